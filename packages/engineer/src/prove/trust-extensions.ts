/** In charge of `create extension` where the target lets its owner do what takes a superuser here. */
import type { SqlStatement } from '@catb/database';
import { loadModule, parseSync } from 'libpg-query';
import type pg from 'pg';
import { withClient } from '../copy/with-client.ts';
import type { Target } from '../target/open-target.ts';
import { sql } from './sql.generated.ts';

/** Whether Supabase stands in for the superuser: it has a list of what it lets people create. */
export async function letsOwnerCreate({ client }: Target): Promise<boolean> {
  const { rows } = await client.query<{ list: string | null }>(
    "select pg_catalog.current_setting('supautils.privileged_extensions', true) as list",
  );
  return (rows[0]?.list ?? '') !== '';
}

/** Makes the function that does it. */
export async function trustExtensions(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, (client) => client.query(sql.trustExtensions));
}

interface ParsedExtension {
  extname: string;
  if_not_exists?: boolean;
  options?: {
    DefElem: {
      defname: string;
      arg?: { String?: { sval: string }; Boolean?: { boolval?: boolean } };
    };
  }[];
}

async function parse(text: string): Promise<ParsedExtension | undefined> {
  await loadModule();
  const tree = parseSync(text) as {
    stmts?: { stmt?: { CreateExtensionStmt?: ParsedExtension } }[];
  };
  return tree.stmts?.[0]?.stmt?.CreateExtensionStmt;
}

/** Runs a `create extension` through that function, where it is there and knows the extension. */
export async function createTrusted(
  client: pg.ClientBase,
  statement: SqlStatement,
  run: () => Promise<void>,
): Promise<void> {
  const [create, extension] = statement.words;
  if (create !== 'create' || extension !== 'extension') return await run();
  const wanted = await parse(statement.text);
  if (wanted === undefined) return await run();
  const { rows } = await client.query<{ there: boolean; free: boolean }>(
    `select pg_catalog.to_regproc('supabase_migrations.catb_create_extension') is not null as there,
            coalesce((
                select v.trusted or not v.superuser
                from pg_catalog.pg_available_extension_versions as v
                join pg_catalog.pg_available_extensions as a
                    on a.name = v.name and a.default_version = v.version
                where v.name = $1
            ), true) as free`,
    [wanted.extname],
  );
  if (rows[0]?.there !== true || rows[0].free) return await run();
  const option = (name: string) =>
    wanted.options?.find(({ DefElem }) => DefElem.defname === name)?.DefElem.arg;
  await client.query(
    'select supabase_migrations.catb_create_extension($1, $2, coalesce($3, pg_catalog.current_schema()::text), $4, $5)',
    [
      wanted.extname,
      wanted.if_not_exists ?? false,
      option('schema')?.String?.sval ?? null,
      option('new_version')?.String?.sval ?? null,
      option('cascade') !== undefined,
    ],
  );
}
