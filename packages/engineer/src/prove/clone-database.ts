/** In charge of copies of a database at one moment, which stay as they are. */
import { withClient } from '../copy/with-client.ts';

/** The name of a connection string's database. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The connection string of another database on the same server. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/**
 * Copies the database of a connection string on its server, under its name with a word behind it.
 * Nobody may be connected to it.
 *
 * @param superuserUrl of the database that is copied
 * @param moment the word, such as `before`
 * @returns the connection string of the copy, as the superuser
 */
export async function cloneDatabase(superuserUrl: string, moment: string): Promise<string> {
  const source = databaseOf(superuserUrl);
  const name = `${source.slice(0, 50)}_${moment}`;
  await withClient(urlOf(superuserUrl, 'template1'), async (client) => {
    const quoted = client.escapeIdentifier(source);
    const owner = await client.query<{ owner: string }>(
      `select pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.datdba)) as owner
       from pg_catalog.pg_database as d
       where d.datname = $1`,
      [source],
    );
    await client.query(
      `create database ${client.escapeIdentifier(name)}
       template ${quoted}
       owner ${owner.rows[0]?.owner ?? 'current_user'}`,
    );
  });
  return urlOf(superuserUrl, name);
}
