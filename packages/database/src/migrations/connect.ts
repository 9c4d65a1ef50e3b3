/** Opens the one connection of a migrator's run. */
import pg from 'pg';
import { CatbError } from '../errors.ts';

function describeTarget(client: pg.Client): string {
  return `${client.host}:${client.port}`;
}

/**
 * Runs `work` on a connection of its own and closes it.
 *
 * @throws CatbError DATABASE_UNREACHABLE when it can't be opened
 */
export async function withConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'catb migrate' });
  // Without a listener, a server that goes away between two queries would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new CatbError({
      code: 'DATABASE_UNREACHABLE',
      message: `No connection to PostgreSQL at ${describeTarget(client)}: ${cause instanceof Error ? cause.message : 'unknown reason'}.`,
      hint: 'Check that it runs, and the address, user and password of the connection string.',
      cause,
    });
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Puts the connection back to how it was opened, then lifts the limit on how long a statement may
 * take: a migration that set something must not change how the next one runs, and an index on a big
 * table takes longer than a role's default allows.
 */
export async function resetConnection(client: pg.Client): Promise<void> {
  await client.query(
    'reset session authorization; reset role; reset all; set statement_timeout = 0; ' +
      'set idle_in_transaction_session_timeout = 0; set client_min_messages = warning',
  );
}
