/** In charge of the steps of a proof that run on the throw-away server, in their order. */
import { diffSnapshots } from '@catb/database';
import { compareAccess } from './compare-access.ts';
import type { ChosenBase } from './choose-base.ts';
import { cloneDatabase } from './clone-database.ts';
import { describeFailure } from './describe-failure.ts';
import { fillRows, plantRows } from './fill-rows.ts';
import { findLockProblems } from './find-lock-problems.ts';
import { addFailure } from './judge-failure.ts';
import { judgeMissingRollback, judgeRoundTrip } from './judge-round-trip.ts';
import { makeRoundTrip, type Trip } from './make-round-trip.ts';
import { measureMigration, type Measurement } from './measure.ts';
import { rowsOver, takeMoment, type Moment } from './moment.ts';
import type { ProofDraft } from './prove-migration.ts';
import { commonColumns, compareRows } from './read-rows.ts';
import { weighLocks, type TargetSize } from './weigh-locks.ts';
import type { PreparedBench } from './with-bench.ts';

/** What the steps work with. */
export interface BenchInput {
  base: ChosenBase;
  sizes: ReadonlyMap<string, TargetSize>;
  prepared: PreparedBench;
  rowsFrom: string | undefined;
  progress: (doing: string) => void;
}

async function noteMeasurement(
  draft: ProofDraft,
  { sizes, prepared }: BenchInput,
  measured: Measurement,
  before: Moment,
): Promise<void> {
  const { proof, change } = draft;
  proof.statements = measured.statements;
  proof.locks = weighLocks(measured, sizes);
  for (const table of measured.untried) {
    proof.assumptions.push(`Who has to wait for ${table} was not tried.`);
  }
  if (measured.stopped === undefined) {
    proof.findings.push(...findLockProblems(change.file, measured.statements, sizes));
    return;
  }
  const now = await takeMoment(prepared.bench.superuserUrl);
  const left = measured.left ?? diffSnapshots(before.snapshot, now.snapshot, 'all');
  addFailure(proof, describeFailure(change, { during: 'up', stopped: measured.stopped, left }));
}

/** What the migration made of catalog and rows. */
async function noteChanges(
  draft: ProofDraft,
  superuserUrl: string,
  beforeUrl: string,
  before: Moment,
  after: Moment,
): Promise<void> {
  const { proof } = draft;
  proof.catalog = diffSnapshots(before.snapshot, after.snapshot, 'none');
  const common = commonColumns(before.columns, after.columns);
  proof.rows = compareRows(await rowsOver(beforeUrl, common), await rowsOver(superuserUrl, common));
}

function noteTrip(draft: ProofDraft, trip: Trip): void {
  const { proof, change } = draft;
  proof.roundTrip = trip.proof;
  judgeRoundTrip(proof, trip.proof, change);
  if (trip.stopped === undefined) return;
  const { during, stopped } = trip.stopped;
  const failure = describeFailure(change, { during, stopped, left: [] });
  // What the way back does not undo makes the second up fail: that is one fault, and it is told.
  if (during === 'up again' && trip.proof.down.length > 0) proof.failure = failure;
  else addFailure(proof, failure);
}

/** Runs them; it stops where the migration can't be applied. */
export async function proveOnBench(draft: ProofDraft, input: BenchInput): Promise<void> {
  const { proof, change } = draft;
  const { prepared, progress, base } = input;
  const { bench } = prepared;
  progress('rows');
  const filled = await fillRows(bench);
  const before = await takeMoment(bench.superuserUrl);
  const beforeUrl = await cloneDatabase(bench.superuserUrl, 'before');
  proof.base = {
    kind: base.kind,
    server: prepared.server,
    appliedFirst: base.first.map(({ file }) => file),
    tables: before.columns.size,
    rows: filled.rows,
    rowsFrom: filled.from,
    missing: prepared.missing,
  };
  proof.assumptions.push(...filled.problems);
  await draft.step('measure', async () => {
    const measured = await measureMigration(bench, change, before);
    await noteMeasurement(draft, input, measured, before);
    if (proof.failure !== null) return { outcome: 'failed', said: 'The migration does not apply.' };
    return { outcome: 'passed', said: '' };
  });
  if (proof.failure !== null) return;
  const after = await takeMoment(bench.superuserUrl);
  const afterUrl = await cloneDatabase(bench.superuserUrl, 'after');
  await noteChanges(draft, bench.superuserUrl, beforeUrl, before, after);
  await draft.step('round trip', async () => {
    const { irreversible, down } = change.migration;
    if (down === undefined) {
      judgeMissingRollback(proof, change);
      return { outcome: 'not run', said: irreversible ?? 'There is no rollback.' };
    }
    const trip = await makeRoundTrip({
      bench,
      change,
      beforeUrl,
      before,
      after,
      plant: async () => (await plantRows(bench)).rows,
      at: progress,
    });
    noteTrip(draft, trip);
    return { outcome: trip.stopped === undefined ? 'passed' : 'failed', said: '' };
  });
  await draft.step('access', () => compareAccess(draft, beforeUrl, afterUrl));
}
