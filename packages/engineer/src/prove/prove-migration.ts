/** In charge of proving a migration: lint, measure, take it back and forth, compare who may do what. */
import { acceptFindings, type AcceptedFinding } from '../findings/accept-findings.ts';
import type { Target } from '../target/open-target.ts';
import { checkChange } from './check-change.ts';
import { chooseBase } from './choose-base.ts';
import { lintStep } from './lint-step.ts';
import type { Proof, ProofStep, ProofStepName } from './proof.ts';
import { proveOnBench } from './prove-on-bench.ts';
import { readChange, type Change } from './read-change.ts';
import { readSizes } from './read-sizes.ts';
import { withBench } from './with-bench.ts';

/** What is proved, and how. */
export interface ProveOptions {
  /** The migration's file. */
  file: string;
  /** Its rollback; by default the file of the same name in `rollbacks` beside `migrations`. */
  rollback?: string | undefined;
  /** A version of the folder: prove on what the files up to it make. `0`: on an empty database. */
  at?: string | undefined;
  /** How long each run of the migration and of its rollback may take, in milliseconds; default 60,000. */
  deadlineMs?: number | undefined;
  /** The address of a database, or a `.jsonl` file, to take rows from; default: rows are made up. */
  rowsFrom?: string | undefined;
  /** Steps that are left out, and then not proved. */
  skip?: readonly ProofStepName[] | undefined;
  /** Findings that are accepted on purpose. */
  accepted?: readonly AcceptedFinding[] | undefined;
  /** Told what is being done, in a few words. */
  onProgress?: ((doing: string) => void) | undefined;
}

/** A proof that is being made. */
export interface ProofDraft {
  proof: Proof;
  change: Change;
  /** Times `work` and writes down how it ended; a step that is to be left out is named as such. */
  step(
    step: ProofStepName,
    work: () => Promise<Pick<ProofStep, 'outcome' | 'said'>>,
  ): Promise<void>;
}

const defaultDeadlineMs = 60_000;
/** A throw-away database that grows by more than 2 GB is one that loops. */
const growth = 2 * 1024 ** 3;

const allSteps: ProofStepName[] = ['lint', 'measure', 'round trip', 'access'];

/** A proof in which nothing is proved yet. */
export function beginDraft(
  change: Change,
  onProgress: (doing: string) => void,
  skip: readonly ProofStepName[] = [],
): ProofDraft {
  const { migration, file, rollbackFile } = change;
  const proof: Proof = {
    migration: {
      file,
      statements: migration.up.executable.length,
      rollback: rollbackFile,
      irreversible: migration.irreversible ?? null,
    },
    base: null,
    steps: [],
    statements: [],
    locks: [],
    rollbackLocks: null,
    catalog: [],
    rows: [],
    failure: null,
    roundTrip: null,
    access: null,
    findings: [],
    accepted: [],
    assumptions: [],
    proved: false,
    ms: 0,
  };
  return {
    proof,
    change,
    async step(step, work) {
      const started = performance.now();
      if (!skip.includes(step)) onProgress(step);
      const result: Pick<ProofStep, 'outcome' | 'said'> = skip.includes(step)
        ? { outcome: 'not run', said: 'It was left out on purpose.' }
        : await work();
      proof.steps.push({ step, ...result, ms: performance.now() - started });
    },
  };
}

/** Steps that were not reached are named: what was not proved has not passed. */
function nameMissingSteps(proof: Proof): void {
  const done = new Set(proof.steps.map(({ step }) => step));
  for (const step of allSteps.filter((each) => !done.has(each))) {
    const said = 'An earlier step stopped the proof.';
    proof.steps.push({ step, outcome: 'not run', said, ms: 0 });
  }
  proof.steps.sort((one, other) => allSteps.indexOf(one.step) - allSteps.indexOf(other.step));
  for (const { step, said } of proof.steps.filter(({ outcome }) => outcome === 'not run')) {
    // A failure, or a rollback that is not there, is a finding of its own and says more.
    const told = proof.failure !== null || (step === 'round trip' && proof.roundTrip === null);
    if (told && proof.findings.length > 0) continue;
    proof.findings.push({
      rule: 'not-proved',
      level: 'error',
      object: null,
      message: `The step "${step}" was not done: ${said}`,
      detail: null,
      hint: 'Without each step there is no proof.',
      location: { file: proof.migration.file, line: 1, column: 1 },
    });
  }
}

/** Names what was not done, and judges. */
export function finishDraft(
  draft: ProofDraft,
  accepted: readonly AcceptedFinding[],
  started: number,
): Proof {
  const { proof } = draft;
  nameMissingSteps(proof);
  // Another migration's acceptances are not about this one, so none is stale here.
  const judged = acceptFindings(proof.findings, accepted, { isExamined: () => false });
  const stands = judged.open.some(({ level }) => level !== 'info');
  return {
    ...proof,
    findings: judged.open,
    accepted: [...proof.accepted, ...judged.accepted],
    // Each step that failed or was not done is among the findings.
    proved: !stands,
    ms: performance.now() - started,
  };
}

/**
 * Proves one migration on a throw-away server that has the target's schema. The target is only read.
 *
 * @throws EngineerError CHANGE_UNREADABLE, PROOF_BASE_UNKNOWN, ROWS_UNREADABLE; CatbError or
 *   EmbeddedError when the throw-away server can't be made. A migration that is wrong throws
 *   nothing: the proof says so.
 */
export async function proveMigration(target: Target, options: ProveOptions): Promise<Proof> {
  const started = performance.now();
  const progress = options.onProgress ?? (() => undefined);
  const change = await readChange(options.file, options.rollback);
  const { rowsFrom, skip = [], accepted = [] } = options;
  const draft = beginDraft(change, progress, skip);
  await checkChange(draft);
  if (draft.proof.failure !== null) return finishDraft(draft, accepted, started);
  const base = await chooseBase(target, change, options.at);
  const sizes = await readSizes(target);
  const limits = { deadlineMs: options.deadlineMs ?? defaultDeadlineMs, growth };
  const isTarget = base.kind === 'target' && base.first.length === 0;
  // Making a server is waiting, which the lint makes use of where it needs none.
  const early = isTarget ? lintStep(draft, target.url) : undefined;
  try {
    progress('a throw-away server');
    await withBench(target, base, limits, async (prepared) => {
      await (early ?? lintStep(draft, prepared.bench.ownerUrl));
      await proveOnBench(draft, { base, sizes, prepared, rowsFrom, skip, progress });
    });
  } finally {
    // When there is no server after all, that is the error that is told.
    await Promise.allSettled([early]);
  }
  return finishDraft(draft, accepted, started);
}
