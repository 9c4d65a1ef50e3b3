/**
 * In charge of what belongs to a hosting platform and not to the project's migrations: drift leaves it
 * out, and the summary of an inspection tells it in one line.
 */

/** Schemas that Supabase makes and keeps, or fills for its extensions; and the migrator's history. */
export const platformSchemas: ReadonlySet<string> = new Set([
  '_analytics',
  '_realtime',
  '_supavisor',
  'auth',
  'cron',
  'extensions',
  'graphql',
  'graphql_public',
  'net',
  'pgbouncer',
  'pgmq',
  'pgmq_public',
  'pgsodium',
  'pgsodium_masks',
  'pgtle',
  'realtime',
  'storage',
  'supabase_functions',
  'supabase_migrations',
  'vault',
]);

/** Extensions that a new project has before its first migration. */
const platformExtensions: ReadonlySet<string> = new Set([
  'pg_graphql',
  'pg_net',
  'pg_stat_statements',
  'pgcrypto',
  'pgjwt',
  'pgsodium',
  'plpgsql',
  'supabase_vault',
  'uuid-ossp',
]);

const platformEventTriggers =
  /^event trigger "?(issue_(graphql_placeholder|pg_cron_access|pg_graphql_access|pg_net_access)|pgrst_(ddl|drop)_watch|graphql_watch_(ddl|drop)|ensure_rls)"?$/;

/** Settings and roles belong to the whole server, whatever database one looks at. */
const ofServer = /^(settings of |role |member |default privileges of (supabase_|pgsodium_))/;

const identifier = /"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * Whether an object of a catalog snapshot is the platform's. What a project adds to the platform's
 * tables, such as a trigger on `auth.users`, counts as the platform's too.
 *
 * @param object such as `policy "x" on storage.objects`
 */
export function isPlatformObject(object: string): boolean {
  if (ofServer.test(object) || platformEventTriggers.test(object)) return true;
  const [, extension] = /^extension (.+)$/.exec(object) ?? [];
  if (extension !== undefined) return platformExtensions.has(bare(extension));
  if (/^publication supabase_/.test(object)) return true;
  const schema = schemaOf(object);
  return schema !== null && platformSchemas.has(schema);
}

/** The schema of the object itself: the first name with a dot behind it, or the schema it is. */
function schemaOf(object: string): string | null {
  const [, schema] =
    /^(?:grant on |comment on )?schema ("(?:[^"]|"")*"|\S+)/.exec(object) ??
    /^default privileges of (?:"(?:[^"]|"")*"|\S+) in ("(?:[^"]|"")*"|\S+)/.exec(object) ??
    [];
  if (schema !== undefined) return bare(schema);
  for (const match of object.matchAll(identifier)) {
    if (object[match.index + match[0].length] === '.') return bare(match[0]);
  }
  return null;
}

function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
