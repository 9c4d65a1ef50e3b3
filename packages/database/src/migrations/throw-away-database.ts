/** A database that exists for as long as something is tried on it. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withConnection } from './connect.ts';
import { sql } from './sql.generated.ts';

function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/**
 * Creates a database on the server of `url`, hands its connection string to `work`, and drops it.
 * The role needs `createdb`.
 *
 * @param template what to copy; by default the database is empty, with the privileges that a new
 *   Supabase project has where Supabase's roles are on the server: what migrations start from
 */
export async function withThrowAwayDatabase<T>(
  url: string,
  template: string | undefined,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `catb_throw_away_${randomBytes(6).toString('hex')}`;
  const source = pg.escapeIdentifier(template ?? 'template0');
  return await withConnection(url, async (client) => {
    await client.query(`create database ${name} template ${source}`);
    try {
      const made = withDatabase(url, name);
      if (template === undefined) {
        await withConnection(made, (fresh) => fresh.query(sql.grantAsSupabase));
      }
      return await work(made);
    } finally {
      await client.query(`drop database if exists ${name} with (force)`);
    }
  });
}
