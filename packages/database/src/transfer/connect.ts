/** In charge of the one connection that an import or an export runs on: the owner's. */
import pg from 'pg';
import { poolerOf } from '../connection/pooler.ts';
import { CatbError } from '../errors.ts';

/**
 * Runs `work` on a connection of its own and closes it.
 *
 * @throws CatbError `DATABASE_UNREACHABLE` when it can't be opened
 */
export async function withOwnConnection<T>(
  url: string,
  applicationName: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: poolerOf(url).url,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Without a listener, a server that goes away between two statements would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new CatbError({
      code: 'DATABASE_UNREACHABLE',
      message: `No connection to PostgreSQL at ${client.host}:${client.port}.`,
      details: cause instanceof Error ? cause.message : undefined,
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
