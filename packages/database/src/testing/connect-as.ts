/** In charge of a connection that is another role from its first statement on, as after a login. */
import pg from 'pg';
import type { TestDatabase } from './test-database.ts';

/**
 * Connects, hands the connection to `run` and closes it. `session_user` is the role, unlike after
 * `set role`; nothing is rolled back.
 */
export async function connectAs<T>(
  database: TestDatabase,
  role: string,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set session authorization ${client.escapeIdentifier(role)}`);
    return await run(client);
  } finally {
    await client.end();
  }
}
