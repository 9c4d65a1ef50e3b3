/** In charge of a server of a test's own that holds fixtures: they may make roles, which a whole server shares. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withThrowAwayServer, type EmbeddedPostgres } from '@catb/database';
import { withClient } from '../with-client.ts';

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../fixtures');

/** The text of a fixture, such as `copy/partitions`. */
export function readFixture(name: string): string {
  return readFileSync(path.join(fixtures, `${name}.sql`), 'utf8');
}

/** Starts a server of this major, runs the scripts on it as its superuser, and hands it to `run`. */
export async function withFixtures<T>(
  major: number,
  scripts: readonly string[],
  run: (server: EmbeddedPostgres) => Promise<T>,
): Promise<T> {
  return await withThrowAwayServer({ major }, async (server) => {
    await withClient(server.superuserUrl, async (client) => {
      for (const script of scripts) await client.query(script);
    });
    return await run(server);
  });
}
