/** In charge of the steps of a proof that run on the throw-away server, in their order. */
import { diffSnapshots } from '@catb/database';
import { withClient } from '../copy/with-client.ts';
import { AccessTrials } from './access-trials.ts';
import type { ChosenBase } from './choose-base.ts';
import { compareAccess } from './compare-access.ts';
import { describeFailure } from './describe-failure.ts';
import { fillRows, plantRows, type FilledRows } from './fill-rows.ts';
import { findLockProblems } from './find-lock-problems.ts';
import { countOf, formatMs } from './format.ts';
import { addFailure } from './judge-failure.ts';
import { judgeMissingRollback, judgeRoundTrip } from './judge-round-trip.ts';
import { makeRoundTrip, type Trip } from './make-round-trip.ts';
import { measureMigration, type Measurement } from './measure.ts';
import { takeMoment, type Moment } from './moment.ts';
import { hideValues } from './hide-values.ts';
import type { Failure, Proof, ProofStep, ProofStepName } from './proof.ts';
import type { ProofDraft } from './prove-migration.ts';
import { compareRows, countRows, emptyTables, readRows } from './read-rows.ts';
import { weighLocks, type TargetSize } from './weigh-locks.ts';
import type { PreparedBench } from './with-bench.ts';

/** What the steps work with. */
export interface BenchInput {
  base: ChosenBase;
  sizes: ReadonlyMap<string, TargetSize>;
  prepared: PreparedBench;
  rowsFrom: string | undefined;
  skip: readonly ProofStepName[];
  progress: (doing: string) => void;
}

type Outcome = Pick<ProofStep, 'outcome' | 'said'>;

/** Real rows are never shown. */
function tell({ rowsFrom }: BenchInput, failure: Failure): Failure {
  return rowsFrom === undefined ? failure : hideValues(failure);
}

async function measure(draft: ProofDraft, input: BenchInput, before: Moment): Promise<Outcome> {
  const { proof, change } = draft;
  const { superuserUrl } = input.prepared.bench;
  const measured = await measureMigration(input.prepared.bench, change, before);
  proof.statements = measured.statements;
  proof.locks = weighLocks(measured, input.sizes);
  noteUntried(proof, measured.untried);
  if (measured.stopped !== undefined) {
    const now = await takeMoment(superuserUrl);
    const left = measured.left ?? diffSnapshots(before.snapshot, now.snapshot, 'all');
    const { stopped } = measured;
    addFailure(proof, tell(input, describeFailure(change, { during: 'up', stopped, left })));
    return { outcome: 'failed', said: 'The migration does not apply.' };
  }
  const problems = findLockProblems(change.file, measured.statements, input.sizes);
  proof.findings.push(...problems);
  return {
    outcome: problems.length === 0 ? 'passed' : 'findings',
    said: sayMeasured(measured, proof),
  };
}

function noteUntried(proof: Proof, tables: readonly string[], by = ''): void {
  for (const table of tables) {
    proof.assumptions.push(`Who has to wait for ${table}${by} was not tried.`);
  }
}

function sayMeasured({ statements, commitMs }: Measurement, { locks }: Proof): string {
  const ms = statements.reduce((sum, each) => sum + each.ms, commitMs);
  const [strongest] = locks;
  const lock =
    strongest === undefined ? 'no lock to notice' : `${strongest.mode} on ${strongest.table}`;
  const count = statements.reduce((sum, each) => sum + each.count, 0);
  return `${countOf(count, 'statement')} in ${formatMs(ms)}; ${lock}`;
}

function noteTrip(draft: ProofDraft, input: BenchInput, trip: Trip): Outcome {
  const { proof, change } = draft;
  proof.roundTrip = trip.proof;
  if (trip.down !== undefined) proof.rollbackLocks = weighLocks(trip.down, input.sizes);
  noteUntried(proof, trip.down?.untried ?? [], ' while it is rolled back');
  const known = proof.findings.length;
  judgeRoundTrip(proof, trip.proof, change);
  if (trip.stopped !== undefined) {
    const { during, stopped } = trip.stopped;
    const failure = tell(input, describeFailure(change, { during, stopped, left: [] }));
    // What the way back does not undo makes the second up fail: that is one fault, and it is told.
    if (during === 'up again' && proof.findings.length > known) proof.failure = failure;
    else addFailure(proof, failure);
    return { outcome: 'failed', said: `It stops at ${during}.` };
  }
  return proof.findings.length > known
    ? { outcome: 'findings', said: 'It does not come back the same.' }
    : { outcome: 'passed', said: 'catalog and rows come back the same' };
}

async function roundTrip(
  draft: ProofDraft,
  input: BenchInput,
  before: Moment,
  after: Moment,
): Promise<Outcome> {
  const { proof, change } = draft;
  if (change.migration.down === undefined) {
    // The lint may have said so already.
    const told = proof.findings.some(({ rule }) => rule === 'rollback-missing');
    if (!told) judgeMissingRollback(proof, change);
    return { outcome: 'not run', said: 'There is no rollback.' };
  }
  const { prepared, progress } = input;
  const { bench } = prepared;
  const plant = async (): Promise<number> => (await plantRows(bench)).rows;
  return noteTrip(
    draft,
    input,
    await makeRoundTrip({ bench, change, before, after, plant, at: progress }),
  );
}

/** In what the throw-away server is not the target. */
function sayLimits({ base, prepared }: BenchInput): string[] {
  return [
    base.why ?? '',
    prepared.server.startsWith(String(prepared.targetMajor))
      ? ''
      : `Proved on PostgreSQL ${prepared.server}; the target has ${prepared.targetMajor}.`,
    prepared.demoted
      ? 'The owner of the target is a superuser. Here it is none, so that nothing can reach for this machine: what only a superuser may do is refused.'
      : '',
    'Estimates are guesses from the size that a table has on the target, at fixed rates.',
  ].filter((part) => part !== '');
}

function noteBase(proof: Proof, input: BenchInput, before: Moment, filled: FilledRows): void {
  const { base, prepared } = input;
  proof.base = {
    kind: base.kind,
    server: prepared.server,
    appliedFirst: base.first.map(({ file }) => file),
    tables: before.rows.size,
    rows: countRows(before.rows),
    rowsFrom: filled.from,
    missing: prepared.missing,
  };
  proof.assumptions.push(...sayLimits(input), ...filled.problems);
}

/** Runs them; it stops where the migration can't be applied. */
export async function proveOnBench(draft: ProofDraft, input: BenchInput): Promise<void> {
  const { proof, change } = draft;
  const { prepared, progress } = input;
  const { bench } = prepared;
  const found = await withClient(bench.superuserUrl, readRows);
  const access = new AccessTrials(bench.superuserUrl, change, emptyTables(found));
  const tries = !input.skip.includes('access');
  try {
    if (tries) await access.beginBefore();
    progress('rows');
    const filled = await fillRows(bench, input.rowsFrom);
    const before = await takeMoment(bench.superuserUrl);
    noteBase(proof, input, before, filled);
    await draft.step('measure', () => measure(draft, input, before));
    if (proof.failure !== null) return;
    const after = await takeMoment(bench.superuserUrl);
    proof.catalog = diffSnapshots(before.snapshot, after.snapshot, 'none');
    proof.rows = compareRows(before.rows, after.rows);
    if (tries) await access.beginAfter();
    await draft.step('round trip', () => roundTrip(draft, input, before, after));
    await draft.step('access', async () => {
      const trials = await access.finish();
      return compareAccess(proof, trials.before, trials.after);
    });
  } finally {
    await access.settle();
  }
}
