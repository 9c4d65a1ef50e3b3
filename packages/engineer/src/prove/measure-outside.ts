/**
 * In charge of measuring a statement that can't run inside a transaction, such as
 * `create index concurrently`. On a small table it is over in no time, so a second connection that
 * has written to every table keeps it waiting, as traffic would, for as long as it takes to look.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../copy/with-client.ts';
import { strengthOf, toLockMode } from './lock-mode.ts';
import type { TakenLock, TriedTraffic } from './proof.ts';
import { noEffects, type Effects } from './read-effects.ts';
import { readRelations, type Relation } from './relations.ts';
import type { Bench } from './run-script.ts';
import { sql } from './sql.generated.ts';

/** What such a statement did. */
export interface OutsideMeasurement {
  /** Without the time that it was kept waiting. */
  ms: number;
  effects: Effects;
  tried: TriedTraffic[];
  error: Error | undefined;
}

const waitsWithinMs = 3_000;

interface Held {
  oid: number;
  mode: string;
}

/** Reads what a process holds or asks for, on relations that were there before. */
async function readLocks(
  monitor: pg.Client,
  relations: ReadonlyMap<number, Relation>,
  pid: number,
): Promise<TakenLock[]> {
  const { rows } = await monitor.query<Held>(sql.readHeld, [pid]);
  const locks = new Map<string, TakenLock>();
  for (const row of rows) {
    const relation = relations.get(row.oid);
    if (relation === undefined) continue;
    const { name, table, partitionOf } = relation;
    const lock = { relation: name, table, partitionOf, mode: toLockMode(row.mode) };
    const known = locks.get(name);
    if (known === undefined || strengthOf(known.mode) < strengthOf(lock.mode))
      locks.set(name, lock);
  }
  return [...locks.values()];
}

async function waitsForLock(monitor: pg.Client, pid: number): Promise<boolean> {
  const { rows } = await monitor.query<{ wait_event_type: string | null }>(sql.readActivity, [pid]);
  return rows[0]?.wait_event_type === 'Lock';
}

/** As a transaction that has written to each table and is not over. */
async function writeEverywhere(
  writer: pg.Client,
  relations: ReadonlyMap<number, Relation>,
): Promise<void> {
  await writer.query('begin');
  const tables = [...relations.values()].filter(({ kind }) => kind === 'r' || kind === 'p');
  if (tables.length === 0) return;
  const names = tables.map(({ name }) => name).join(', ');
  await writer.query(`lock table ${names} in row exclusive mode`);
}

function compare(
  before: ReadonlyMap<number, Relation>,
  after: ReadonlyMap<number, Relation>,
): Pick<Effects, 'rewrites' | 'builds'> {
  const changed = [...after.values()].filter(
    ({ oid, filenode }) => filenode !== null && before.get(oid)?.filenode !== filenode,
  );
  return {
    rewrites: changed
      .filter(({ oid, kind }) => (kind === 'r' || kind === 'm') && before.has(oid))
      .map(({ table }) => table),
    builds: changed
      .filter(({ kind }) => kind === 'i')
      .map(({ name, table }) => ({ index: name, table })),
  };
}

/**
 * Runs the statement and measures it.
 *
 * @param pid the process that runs it
 * @param tryLocks tries who has to wait, while the locks are held
 */
export async function measureOutside(
  bench: Bench,
  relations: ReadonlyMap<number, Relation>,
  pid: number,
  run: () => Promise<void>,
  tryLocks: (locks: readonly TakenLock[]) => Promise<TriedTraffic[]>,
): Promise<OutsideMeasurement> {
  return await withClient(bench.superuserUrl, (monitor) =>
    withClient(bench.superuserUrl, async (writer) => {
      await writeEverywhere(writer, relations);
      const started = performance.now();
      let over: { error: Error | undefined } | undefined;
      const running = run().then(
        () => (over = { error: undefined }),
        (error: unknown) =>
          (over = { error: error instanceof Error ? error : new Error(String(error)) }),
      );
      while (over === undefined && performance.now() - started < waitsWithinMs) {
        if (await waitsForLock(monitor, pid)) break;
        await sleep(3);
      }
      const locks = over === undefined ? await readLocks(monitor, relations, pid) : [];
      const tried = await tryLocks(locks);
      await writer.query('rollback');
      const released = performance.now();
      const { error } = await running;
      const ms = performance.now() - released;
      const changes = compare(relations, await readRelations(monitor));
      return { ms, tried, error, effects: { ...noEffects(), locks, ...changes } };
    }),
  );
}
