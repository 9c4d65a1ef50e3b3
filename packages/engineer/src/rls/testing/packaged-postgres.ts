/** In charge of a PostgreSQL of the Linux distribution, where it is installed with pgTAP. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const majors = ['18', '17', '16', '15'];

/** The major that has both, undefined where none has. */
export function findPackagedMajor(): string | undefined {
  return majors.find(
    (major) =>
      existsSync(`/usr/lib/postgresql/${major}/bin/initdb`) &&
      existsSync(`/usr/share/postgresql/${major}/extension/pgtap.control`),
  );
}

/** A server that is reached through a socket in a folder of its own. */
export interface PackagedPostgres {
  /** Runs a script in `postgres` and returns what psql prints, unaligned. */
  run(script: string): string;
  /** Stops it and removes all of it. */
  stop(): void;
}

/** PostgreSQL refuses to run as root. */
const nobody = 65_534;

/** Starts one. */
export function startPackaged(major: string): PackagedPostgres {
  const folder = mkdtempSync(path.join(tmpdir(), 'catb-pgtap-'));
  chmodSync(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, nobody, nobody);
  const as = isRoot ? { uid: nobody, gid: nobody } : {};
  const bin = (name: string) => `/usr/lib/postgresql/${major}/bin/${name}`;
  const data = path.join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as const };
  const listen = `-k ${folder} -c listen_addresses= -c fsync=off -c shared_buffers=16MB`;
  execFileSync(
    bin('initdb'),
    ['-D', data, '-U', 'supabase_admin', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
    { ...options, stdio: [...options.stdio] },
  );
  execFileSync(
    bin('pg_ctl'),
    ['-D', data, '-w', '-o', listen, '-l', path.join(folder, 'log'), 'start'],
    { ...options, stdio: 'ignore' },
  );
  return {
    run: (script) =>
      execFileSync(
        bin('psql'),
        ['-h', folder, '-U', 'supabase_admin', '-d', 'postgres', '-XqAt', '-v', 'ON_ERROR_STOP=1'],
        { input: script, encoding: 'utf8', cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] },
      ),
    stop() {
      execFileSync(bin('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], {
        ...options,
        stdio: 'ignore',
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
