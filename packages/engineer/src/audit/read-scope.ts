/** In charge of whom an audit takes for a stranger, and which schemas a stranger sees. */
import type pg from 'pg';
import { EngineerError } from '../errors.ts';
import { sql } from './sql.generated.ts';

/** What is exposed, and to whom. */
export interface AuditScope {
  /** The schemas that an HTTP interface such as PostgREST shows. */
  exposedSchemas: string[];
  /** The roles that strangers come in as; `public` stands for every role. */
  outsiders: string[];
}

interface ScopeRow {
  shown: string[] | null;
  schemas: string[];
  roles: string[];
  supabase: string[];
  discovered: string[];
}

/**
 * Exposed are the schemas asked for, else those in PostgREST's setting `pgrst.db_schemas`, else
 * `public`. Outsiders are the roles asked for, else Supabase's `anon` and `authenticated`, else the
 * roles that policies name or that `authenticator` may become, else everyone.
 *
 * @throws EngineerError AUDIT_SCOPE_UNKNOWN when a schema or a role that was asked for is not there
 */
export async function readScope(
  client: pg.ClientBase,
  wanted: { schemas?: readonly string[]; roles?: readonly string[] },
): Promise<AuditScope> {
  const { rows } = await client.query<ScopeRow>(sql.readScope);
  const [row] = rows;
  if (row === undefined) throw new Error('The scope query returned no row.');
  requireAll('schema', wanted.schemas ?? [], row.schemas);
  requireAll('role', wanted.roles ?? [], [...row.roles, 'public']);
  const found = row.supabase.length > 0 ? row.supabase : row.discovered;
  return {
    exposedSchemas: [...(wanted.schemas ?? row.shown ?? ['public'])],
    outsiders: [...(wanted.roles ?? (found.length > 0 ? found : ['public']))],
  };
}

function requireAll(kind: string, wanted: readonly string[], there: readonly string[]): void {
  const missing = wanted.find((name) => !there.includes(name));
  if (missing === undefined) return;
  throw new EngineerError({
    code: 'AUDIT_SCOPE_UNKNOWN',
    message: `There is no ${kind} "${missing}" in this database.`,
    hint: `Names are taken as they are, without quotes.`,
  });
}
