/** In charge of the connection to a database that is looked at and never changed. */
import pg from 'pg';

/** A database that is looked at. */
export interface Target {
  /** Every transaction on it is read only. */
  client: pg.Client;
  url: string;
  /** Such as 180004. */
  versionNumber: number;
  /** Such as 18. */
  major: number;
}

/**
 * Connects, hands the target to `look` and closes the connection whatever happens.
 *
 * @param url of the database, as a role that may read the catalog
 */
export async function withTarget<T>(url: string, look: (target: Target) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'catb engineer',
    options: '-c default_transaction_read_only=on -c statement_timeout=30s',
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::integer as version`,
    );
    const versionNumber = rows[0]?.version ?? 0;
    return await look({ client, url, versionNumber, major: Math.floor(versionNumber / 10_000) });
  } finally {
    await client.end();
  }
}
