/** In charge of running a migration or its rollback as catb's migrator does, inside limits. */
import {
  applyMigration,
  CatbError,
  DatabaseError,
  ensureHistory,
  migratorSettings,
  rollBackMigration,
  withMigrationLock,
  type MigratorOptions,
  type SqlStatement,
} from '@catb/database';
import type pg from 'pg';
import type { Change } from './read-change.ts';
import { withClient } from '../copy/with-client.ts';
import { backendOf } from './backend.ts';
import { withLimits, type Ended, type Limits } from './watch-deadline.ts';

/** The throw-away database on which something is tried. */
export interface Bench {
  /** As the owner, who is no superuser. */
  ownerUrl: string;
  superuserUrl: string;
  limits: Limits;
}

/** What stands around each statement. */
export type Around = NonNullable<MigratorOptions['around']>;

/** Why a script did not end well. */
export interface Stopped {
  error: Error;
  /** The statement during which it stopped; undefined when it was at the commit. */
  statement: SqlStatement | undefined;
  ended: Ended | undefined;
}

/** Given the connection on which the script is going to run. */
export type MakeAround = (client: pg.Client, pid: number) => Promise<Around> | Around;

/** Wrong password, no such login, too many connections, a database that is gone. */
const loginRefused = new Set(['28P01', '28000', '53300', '3D000']);

const passOn: MakeAround = () => (_statement, run) => run();

/**
 * Runs the migration (`up`) or its rollback (`down`).
 *
 * @returns why it stopped; undefined when it ran to its end
 */
export async function runScript(
  bench: Bench,
  change: Change,
  direction: 'up' | 'down',
  makeAround: MakeAround = passOn,
): Promise<Stopped | undefined> {
  return await asOwner(bench.ownerUrl, async (client) => {
    const pid = await backendOf(client);
    const around = await makeAround(client, pid);
    let current: SqlStatement | undefined;
    const settings = migratorSettings({
      url: bench.ownerUrl,
      directory: change.directory ?? '.',
      attempts: 1,
      around: async (statement, run) => {
        current = statement;
        await around(statement, run);
        current = undefined;
      },
    });
    const { outcome, ended } = await withLimits(bench.superuserUrl, pid, bench.limits, () =>
      withMigrationLock(client, settings, async () => {
        await ensureHistory(client);
        await move(client, settings, change, direction);
      }),
    );
    if (outcome.status === 'fulfilled') return undefined;
    const error: unknown = outcome.reason;
    if (!(error instanceof CatbError) && ended === undefined) throw error;
    return { error: error as Error, statement: current, ended };
  });
}

/** A migration that takes the owner's password or login away stops at the next connection. */
async function asOwner(
  url: string,
  work: (client: pg.Client) => Promise<Stopped | undefined>,
): Promise<Stopped | undefined> {
  try {
    return await withClient(url, work);
  } catch (error) {
    if (!(error instanceof DatabaseError) || !loginRefused.has(error.code ?? '')) throw error;
    return { error, statement: undefined, ended: undefined };
  }
}

async function move(
  client: pg.Client,
  settings: ReturnType<typeof migratorSettings>,
  { migration }: Change,
  direction: 'up' | 'down',
): Promise<void> {
  if (direction === 'up') return await applyMigration(client, settings, migration);
  const { version, file, down } = migration;
  if (down === undefined) return;
  await rollBackMigration(client, settings, { version, file, script: down });
}
