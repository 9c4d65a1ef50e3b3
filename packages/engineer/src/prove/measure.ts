/** In charge of measuring a migration: what each statement locked, wrote anew, read and held up. */
import {
  classifyStatement,
  diffSnapshots,
  type SqlScript,
  type SqlStatement,
} from '@catb/database';
import type pg from 'pg';
import { noticeable, strengthOf } from './lock-mode.ts';
import { measureOutside } from './measure-outside.ts';
import { takeMoment, type Moment } from './moment.ts';
import { shortText } from './place.ts';
import type { MeasuredStatement, TriedTraffic } from './proof.ts';
import { EffectReader, noEffects, type Effects } from './read-effects.ts';
import type { Change } from './read-change.ts';
import { readRelations, type Relation } from './relations.ts';
import { runScript, type Around, type Bench, type Stopped } from './run-script.ts';
import { groupStatements } from './group-statements.ts';
import { Traffic } from './try-traffic.ts';
import { withClient } from '../copy/with-client.ts';

/** What came of measuring. */
export interface Measurement {
  statements: MeasuredStatement[];
  /** Milliseconds of the commit, which ends the locks. */
  commitMs: number;
  stopped: Stopped | undefined;
  /** Tables on which it was not tried who has to wait. */
  untried: string[];
  /** What a statement outside of a transaction left behind when it failed, before it was cleared away. */
  left: string[] | undefined;
}

/** Tables tried after one statement; more of them tell nothing new and take their time. */
const mostTried = 30;

interface Measuring {
  script: SqlScript;
  relations: ReadonlyMap<number, Relation>;
  traffic: Traffic;
  statements: MeasuredStatement[];
  untried: Set<string>;
  left: string[] | undefined;
}

const nothingMeasured: Measurement = {
  statements: [],
  commitMs: 0,
  stopped: undefined,
  untried: [],
  left: undefined,
};

/**
 * Runs the migration, or its rollback, and measures it. It stays applied when it succeeds.
 *
 * @param before what the database looks like now
 * @param direction `down` for the rollback; without one, nothing is measured
 */
export async function measureMigration(
  bench: Bench,
  change: Change,
  before: Moment,
  direction: 'up' | 'down' = 'up',
): Promise<Measurement> {
  const script = change.migration[direction];
  if (script === undefined) return nothingMeasured;
  const traffic = new Traffic(bench.superuserUrl);
  await traffic.open();
  const measuring: Measuring = {
    script,
    relations: await withClient(bench.superuserUrl, readRelations),
    traffic,
    statements: [],
    untried: new Set(),
    left: undefined,
  };
  let last = performance.now();
  const noteEnd =
    (around: Around): Around =>
    async (statement, run) => {
      await around(statement, run);
      last = performance.now();
    };
  try {
    const stopped = await runScript(bench, change, direction, (client, pid) =>
      noteEnd(
        script.outsideTransaction
          ? (statement, run) => aroundOutside(measuring, { bench, before, pid }, statement, run)
          : aroundInside(measuring, client),
      ),
    );
    const commitMs = performance.now() - last;
    const { statements, untried, left } = measuring;
    return { statements, commitMs, stopped, untried: [...untried], left };
  } finally {
    await traffic.close();
  }
}

/** Inside the migration's transaction: run, look, try. */
function aroundInside(measuring: Measuring, client: pg.Client): Around {
  const reader = new EffectReader(client, measuring.relations);
  const groups = groupStatements(measuring.script);
  let number = 0;
  let spent = 0;
  return async (_statement, run) => {
    const started = performance.now();
    await run();
    spent += performance.now() - started;
    number += 1;
    const group = groups.get(number);
    if (group === undefined) return;
    const effects = await reader.read();
    await record(measuring, group.first, { number, count: group.count, ms: spent }, effects);
    spent = 0;
  };
}

async function aroundOutside(
  measuring: Measuring,
  { bench, before, pid }: { bench: Bench; before: Moment; pid: number },
  statement: SqlStatement,
  run: () => Promise<void>,
): Promise<void> {
  const measured = await measureOutside(bench, measuring.relations, pid, run, (locks) =>
    tryAll(measuring, { locks: [...locks], writes: [] }),
  );
  add(
    measuring,
    statement,
    { number: 1, count: 1, ms: measured.ms },
    measured.effects,
    measured.tried,
  );
  if (measured.error === undefined) return;
  const now = await takeMoment(bench.superuserUrl);
  measuring.left = diffSnapshots(before.snapshot, now.snapshot, 'all');
  throw measured.error;
}

interface Counted {
  number: number;
  count: number;
  ms: number;
}

async function record(
  measuring: Measuring,
  statement: SqlStatement,
  counted: Counted,
  effects: Effects,
): Promise<void> {
  add(measuring, statement, counted, effects, await tryAll(measuring, effects));
}

function add(
  { statements, script }: Measuring,
  statement: SqlStatement,
  counted: Counted,
  effects: Effects = noEffects(),
  tried: TriedTraffic[] = [],
): void {
  statements.push({
    ...counted,
    line: statement.line,
    text: shortText(script, statement),
    ...effects,
    tried,
    outsideTransaction: classifyStatement(statement) !== 'transactional',
  });
}

/** Tries each table whose lock is strong enough to be noticed, or whose rows may be locked. */
async function tryAll(
  { traffic, relations, untried }: Measuring,
  { locks, writes }: Pick<Effects, 'locks' | 'writes'>,
): Promise<TriedTraffic[]> {
  const kinds = new Map([...relations.values()].map((one) => [one.table, one.tableKind]));
  const worthIt = [
    ...locks.filter(({ mode }) => strengthOf(mode) >= noticeable),
    ...writes.filter(({ updated, deleted }) => updated + deleted > 0),
  ];
  const tables = [...new Set(worthIt.map(({ table }) => table))];
  for (const table of tables.slice(mostTried)) untried.add(table);
  const tried: TriedTraffic[] = [];
  for (const table of tables.slice(0, mostTried)) {
    const result = await traffic.try(table, kinds.get(table) ?? 'r');
    if (result === null) untried.add(table);
    else tried.push(result);
  }
  return tried;
}
