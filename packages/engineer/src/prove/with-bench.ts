/** In charge of the database on which a migration is tried: the right schema on a throw-away server. */
import {
  applyMigration,
  ensureHistory,
  migratorSettings,
  withMigrationLock,
  type MigrationFile,
} from '@catb/database';
import { withSchemaCopy } from '../copy/copy-schema.ts';
import type { MissingObject, SchemaCopy } from '../copy/schema-copy.ts';
import { withThrowAwayServer } from '../copy/throw-away-server.ts';
import type { Target } from '../target/open-target.ts';
import type { ChosenBase } from './choose-base.ts';
import { withClient } from '../copy/with-client.ts';
import type { Bench } from './run-script.ts';
import type { Limits } from './watch-deadline.ts';

/** A bench, and what it is made of. */
export interface PreparedBench {
  bench: Bench;
  copy: SchemaCopy;
  /** Such as `18.4`. */
  server: string;
  missing: MissingObject[];
  /** True when the target's owner is a superuser, which nobody is here. */
  demoted: boolean;
}

/**
 * Takes the owner's superuser rights away: a migration that runs on this machine must not be able to
 * read its files or start its programs.
 */
async function demoteOwner(copy: SchemaCopy): Promise<boolean> {
  const owner = await withClient(copy.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; super: boolean }>(
      `select pg_catalog.quote_ident(r.rolname) as name, r.rolsuper as super
       from pg_catalog.pg_roles as r
       where r.rolname = session_user`,
    );
    return rows[0];
  });
  if (owner?.super !== true) return false;
  await withClient(copy.superuserUrl, (client) =>
    client.query(`alter role ${owner.name} nosuperuser createdb createrole bypassrls`),
  );
  return true;
}

async function applyFirst(url: string, migrations: readonly MigrationFile[]): Promise<void> {
  if (migrations.length === 0) return;
  const settings = migratorSettings({ url, directory: '.', attempts: 1 });
  await withClient(url, (client) =>
    withMigrationLock(client, settings, async () => {
      await ensureHistory(client);
      for (const migration of migrations) await applyMigration(client, settings, migration);
    }),
  );
}

async function versionOf({ superuserUrl }: SchemaCopy): Promise<string> {
  return await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "select pg_catalog.current_setting('server_version') as version",
    );
    return rows[0]?.version ?? '';
  });
}

/**
 * Makes the database, hands it to `run`, and throws it away.
 *
 * @throws CatbError when a migration that has to come first fails; EmbeddedError
 */
export async function withBench<T>(
  target: Target,
  base: ChosenBase,
  limits: Limits,
  run: (prepared: PreparedBench) => Promise<T>,
): Promise<T> {
  const prepare = async (copy: SchemaCopy): Promise<T> => {
    const server = await versionOf(copy);
    const demoted = await demoteOwner(copy);
    await applyFirst(copy.ownerUrl, base.first);
    const { ownerUrl, superuserUrl, missing } = copy;
    return await run({ bench: { ownerUrl, superuserUrl, limits }, copy, server, missing, demoted });
  };
  if (base.kind === 'target') return await withSchemaCopy(target, {}, prepare);
  return await withThrowAwayServer({ major: target.major }, ({ url, ...server }) =>
    prepare({ ...server, ownerUrl: url, missing: [] }),
  );
}
