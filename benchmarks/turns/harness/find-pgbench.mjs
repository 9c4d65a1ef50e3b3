/** In charge of finding pgbench, which comes with PostgreSQL's own packages and with no npm package. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/**
 * @returns {string | undefined} the newest pgbench of this machine
 */
export function findPgbench() {
  const majors = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const candidates = ['pgbench', ...majors.map((major) => join(DEBIAN, major, 'bin', 'pgbench'))];
  return candidates.find((path) => {
    try {
      execFileSync(path, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}
