/** In charge of one connection to the throw-away server. */
import pg from 'pg';

/** Connects, hands the connection to `run` and closes it. */
export async function withClient<T>(
  url: string,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'catb engineer' });
  // Without a listener, a server that goes away between two queries would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
