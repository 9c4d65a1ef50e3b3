/** In charge of the database on which a migration is tried: the right schema on a throw-away server. */
import {
  applyMigration,
  ensureHistory,
  migratorSettings,
  withMigrationLock,
  type MigrationFile,
  withThrowAwayServer,
} from '@catb/database';
import { withSchemaCopy } from '../copy/copy-schema.ts';
import type { MissingObject, SchemaCopy } from '../copy/schema-copy.ts';
import type { Target } from '../target/open-target.ts';
import type { ChosenBase } from './choose-base.ts';
import { withClient } from '../copy/with-client.ts';
import { disarmOwner } from './disarm-owner.ts';
import type { Bench } from './run-script.ts';
import { letsOwnerCreate, trustExtensions } from './trust-extensions.ts';
import type { Limits } from './watch-deadline.ts';

/** A bench, and what it is made of. */
export interface PreparedBench {
  bench: Bench;
  /** Such as `18.4`. */
  server: string;
  missing: MissingObject[];
  /** The target's major version, which may be another. */
  targetMajor: number;
  /** True when the target's owner is a superuser, which nobody is here. */
  demoted: boolean;
}

const oldestSafeMajor = 17;

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
    const { demoted, ownerUrl, superuserUrl } = await disarmOwner(copy);
    if (demoted || (await letsOwnerCreate(target))) await trustExtensions(superuserUrl);
    await applyFirst(ownerUrl, base.first);
    const { missing } = copy;
    const bench = { ownerUrl, superuserUrl, limits };
    return await run({ bench, server, missing, targetMajor: target.major, demoted });
  };
  // Before 16, who may create roles may give himself the right to start programs.
  const major = Math.max(target.major, oldestSafeMajor);
  if (base.kind === 'target') return await withSchemaCopy(target, { major }, prepare);
  return await withThrowAwayServer({ major }, ({ url, ...server }) =>
    prepare({ ...server, ownerUrl: url, missing: [] }),
  );
}
