/** In charge of drift: where a live schema and the migrations disagree, in either direction. */
import { migrationStatus, readCatalog, supabaseDirectory } from '@catb/database';
import type { Target } from '../target/open-target.ts';
import { compareObjects, type ObjectDifference, type Objects } from './compare-objects.ts';
import { readExpectedObjects, type Beginning } from './expected-objects.ts';
import { isPlatformObject } from './platform-objects.ts';
import { sql } from './sql.generated.ts';

export interface DriftOptions {
  /** The folder that holds `migrations`; default: catb's own. */
  directory?: string | undefined;
  /** Receives a line for each thing done. */
  log?: ((line: string) => void) | undefined;
}

export interface Drift {
  /** True when the schema is what the migrations make. */
  ok: boolean;
  /** Migrations that are not settled, such as `{ version, name, state: 'pending' }`. */
  migrations: { version: string; name: string; state: string }[];
  /** `missing`: expected and not there; `new`: there and not expected. */
  differences: ObjectDifference[];
  /** The majors compared; they differ where the target's is not at hand. */
  majors: { expected: number; live: number };
}

/**
 * Applies the migrations on a throw-away server and compares what they made with what the target has:
 * schemas, tables, columns, constraints, indexes, functions, triggers, policies, grants, comments and
 * whatever else the catalog holds. Rows, roles and what the platform owns are left out.
 *
 * @throws CatbError MIGRATION_… when the migrations do not apply to an empty database
 */
export async function findDrift(target: Target, options: DriftOptions = {}): Promise<Drift> {
  const directory = options.directory ?? supabaseDirectory();
  const log = options.log ?? (() => undefined);
  const { migrations } = await migrationStatus({ url: target.url, directory });
  const beginning = await readBeginning(target);
  const expected = await readExpectedObjects(directory, beginning, log);
  const sameMajor = expected.major === target.major;
  const differences = compareObjects(
    comparable(expected.objects, sameMajor),
    comparable(beginning.live, sameMajor),
  ).filter(({ object, change }) => !object.startsWith('extension ') || change !== 'changed');
  return {
    ok: differences.length === 0 && migrations.every(({ applied }) => applied),
    migrations: migrations
      .filter(({ state }) => !['applied', 'irreversible', 'no-rollback'].includes(state))
      .map(({ version, name, state }) => ({ version, name, state })),
    differences,
    majors: { expected: expected.major, live: target.major },
  };
}

async function readBeginning({ client, major }: Target): Promise<Beginning> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const { rows } = await client.query<Beginning['role']>(sql.migratingRole);
    const [role] = rows;
    if (role === undefined) throw new Error('pg_roles does not list the owner of the database');
    return { role, live: await readCatalog(client, { role: () => false }), major };
  } finally {
    await client.query('rollback');
  }
}

/**
 * Without the platform's objects. Between majors also without what one of them does not record: not
 * null as a constraint (from 18 on) and the right to maintain (from 17 on).
 */
function comparable(objects: Objects, sameMajor: boolean): Objects {
  const own = [...objects].filter(([object]) => !isPlatformObject(object));
  if (sameMajor) return new Map(own);
  return new Map(
    own
      .filter(
        ([object, definition]) =>
          !(object.startsWith('constraint ') && definition.startsWith('NOT NULL ')),
      )
      .map(([object, definition]) => [
        object,
        object.startsWith('grant on ')
          ? definition
              .split(', ')
              .filter((right) => !right.startsWith('maintain '))
              .join(', ')
          : definition,
      ]),
  );
}
