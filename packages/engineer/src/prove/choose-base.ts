/** In charge of which schema a migration is proved on: the target's, or the one that the files before it make. */
import { readMigrationFolder, type MigrationFile } from '@catb/database';
import type { Target } from '../target/open-target.ts';
import { EngineerError } from '../errors.ts';
import type { Change } from './read-change.ts';

/** Where to start, and what is to be applied first. */
export interface ChosenBase {
  kind: 'target' | 'files';
  first: MigrationFile[];
  /** Why not simply the target as it is; null when it is. */
  why: string | null;
}

async function readApplied({ client }: Target): Promise<Set<string>> {
  const { rows: found } = await client.query<{ present: boolean }>(
    "select pg_catalog.to_regclass('supabase_migrations.schema_migrations') is not null as present",
  );
  if (found[0]?.present !== true) return new Set();
  const { rows } = await client.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations',
  );
  return new Set(rows.map(({ version }) => version));
}

function unknownBase(message: string, hint: string): EngineerError {
  return new EngineerError({ code: 'PROOF_BASE_UNKNOWN', message, hint });
}

function upTo(at: string, migrations: readonly MigrationFile[]): ChosenBase {
  if (at !== '0' && !migrations.some(({ version }) => version === at)) {
    throw unknownBase(
      `There is no migration with version ${at}.`,
      'Name the digits in front of a file of the folder, or 0 for an empty database.',
    );
  }
  const first = at === '0' ? [] : migrations.filter(({ version }) => version <= at);
  return { kind: 'files', first, why: `It was asked for with --at ${at}.` };
}

/**
 * Chooses. A target that lacks earlier migrations gets them first; one that has this migration
 * already is of no use, so the files before it make the schema.
 *
 * @param at a version of the folder, `0` for an empty database; undefined to choose
 * @throws EngineerError PROOF_BASE_UNKNOWN
 */
export async function chooseBase(
  target: Target,
  change: Change,
  at: string | undefined,
): Promise<ChosenBase> {
  if (change.directory === null || !change.hasVersion) {
    if (at === undefined) return { kind: 'target', first: [], why: null };
    throw unknownBase(
      `${change.file} is not in a folder called "migrations", so it has no place among others.`,
      'Leave --at out: it is then proved on the target as it is.',
    );
  }
  const { migrations } = await readMigrationFolder(change.directory);
  const { version } = change.migration;
  if (at !== undefined)
    return upTo(
      at,
      migrations.filter((each) => each.version !== version),
    );
  const applied = await readApplied(target);
  const earlier = migrations.filter((each) => each.version < version);
  if (applied.has(version)) {
    return {
      kind: 'files',
      first: earlier,
      why: 'The target has it already, so the schema just before it was made from the files.',
    };
  }
  const first = earlier.filter((each) => !applied.has(each.version));
  const why =
    first.length === 0 ? null : 'The target lacks earlier migrations, which were applied first.';
  return { kind: 'target', first, why };
}
