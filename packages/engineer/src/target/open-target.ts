/** In charge of the connection to a database that is looked at and never changed. */
import { CatbError } from '@catb/database';
import pg from 'pg';
import { EngineerError } from '../errors.ts';
import { describeServer, hideSecrets } from './hide-secrets.ts';

/** A database that is looked at. */
export interface Target {
  /** Every transaction on it is read only, and no statement takes longer than 30 seconds. */
  client: pg.Client;
  url: string;
  /** Such as 180004. */
  versionNumber: number;
  /** Such as 18. */
  major: number;
}

const oldestMajor = 15;
const permissionDenied = '42501';

/**
 * Connects, hands the target to `look` and closes the connection whatever happens.
 *
 * @param url of the database, as a role that may read the catalog
 * @throws CatbError `DATABASE_UNREACHABLE`
 * @throws EngineerError `TARGET_TOO_OLD`, `TARGET_NOT_READ_ONLY`, `TARGET_RIGHTS_MISSING`
 */
export async function withTarget<T>(url: string, look: (target: Target) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    const versionNumber = await checkServer(client);
    return await look({ client, url, versionNumber, major: Math.floor(versionNumber / 10_000) });
  } catch (error) {
    throw rightsMissing(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(url: string): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({
      connectionString: url,
      application_name: 'catb engineer',
      connectionTimeoutMillis: 15_000,
      // In the startup packet: a pooler that does not pass them on is found out below, and no setting
      // stays behind on a connection that it hands to somebody else.
      options: '-c default_transaction_read_only=on -c statement_timeout=30s',
    });
    // Without a listener, a server that goes away between two queries would end the process.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    await client?.end().catch(() => undefined);
    const said = cause instanceof Error ? hideSecrets(cause.message, url) : 'unknown reason';
    throw new CatbError({
      code: 'DATABASE_UNREACHABLE',
      message: `No connection to PostgreSQL${describeServer(client)}: ${said || 'no answer'}.`,
      hint: 'Check that it runs, and the address, user and password of the connection string.',
      cause,
    });
  }
}

async function checkServer(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; readOnly: string }>(
    `select pg_catalog.current_setting('server_version_num')::integer as version,
            pg_catalog.current_setting('transaction_read_only') as "readOnly"`,
  );
  const { version, readOnly } = rows[0] ?? { version: 0, readOnly: 'off' };
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) {
    throw new EngineerError({
      code: 'TARGET_TOO_OLD',
      message: `The database runs on PostgreSQL ${major}; the engineer knows ${oldestMajor} and newer.`,
      hint: `Upgrade it to PostgreSQL ${oldestMajor} or newer.`,
    });
  }
  if (readOnly !== 'on') {
    throw new EngineerError({
      code: 'TARGET_NOT_READ_ONLY',
      message: 'The connection to the database could not be made read only.',
      details: 'A pooler between here and the database drops the settings of a connection.',
      hint: 'Connect to the database itself, or to the pooler in session mode (port 5432 on Supabase).',
    });
  }
  return version;
}

/** Superusers work on throw-away servers, so that a refusal which arrives here is the target's. */
function rightsMissing(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== permissionDenied) return error;
  const thing = /^permission denied for (.+)$/.exec(error.message)?.[1];
  return new EngineerError({
    code: 'TARGET_RIGHTS_MISSING',
    message: `The role may not read what has to be known: ${error.message}.`,
    hint:
      thing === undefined
        ? 'Connect as the owner of the database.'
        : `Grant the role the right to read ${thing}, or connect as the owner of the database.`,
    cause: error,
  });
}
