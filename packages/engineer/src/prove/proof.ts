/** In charge of what a proof is: everything that was found out about one migration. */
import type { FindingWithReason } from '../findings/accept-findings.ts';
import type { Finding } from '../findings/finding.ts';
import type { MissingObject } from '../copy/schema-copy.ts';

/** PostgreSQL's table locks as its manual writes them, weakest first. */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;
export type LockMode = (typeof lockModes)[number];

/** A lock that a statement took, or the stronger one that it raised it to. */
export interface TakenLock {
  /** What is locked: the table itself, or an index or TOAST table of it. */
  relation: string;
  /** The table that it belongs to. */
  table: string;
  /** The partitioned table at the top, for a partition. */
  partitionOf: string | null;
  mode: LockMode;
}

/** What a second connection met when it tried to use a table while its lock was held. */
export interface TriedTraffic {
  table: string;
  /** Each true when the attempt had to wait for the migration. */
  reads: boolean;
  /** `insert`, `update` and `delete`. */
  writes: boolean;
  /** Rows written to other tables that refer to this one. */
  references: boolean;
  /** `vacuum`, `analyze`, an index built concurrently. */
  maintenance: boolean;
  /** Rows that were there before and can't be changed until the migration ends; null when not tried. */
  lockedRows: { locked: number; of: number } | null;
}

/** Rows that a statement wrote, as PostgreSQL counts them. */
export interface WrittenRows {
  table: string;
  inserted: number;
  updated: number;
  deleted: number;
}

/** One statement of the migration, and what PostgreSQL did for it. Only what was there before counts. */
export interface MeasuredStatement {
  /** Its place among the statements of the file, from 1; the last one where several are told as one. */
  number: number;
  /** How many statements of one kind are told as one. */
  count: number;
  line: number;
  /** On one line, cut. */
  text: string;
  /** The milliseconds that it ran here. */
  ms: number;
  locks: TakenLock[];
  tried: TriedTraffic[];
  /** Tables that were written anew. */
  rewrites: string[];
  /** Tables that were emptied by `truncate`. */
  empties: string[];
  /** Tables that were read from end to end. */
  scans: string[];
  /** Indexes that were built on a table, or built again. */
  builds: { index: string; table: string }[];
  /** Constraints that hold for every row from here on. */
  validates: { constraint: string; table: string }[];
  writes: WrittenRows[];
  /** Whether it ran outside of a transaction, each on its own. */
  outsideTransaction: boolean;
}

/** How long a table is locked, and for whom. */
export interface TableLock {
  table: string;
  partitionOf: string | null;
  mode: LockMode;
  /** The statement that took the strongest mode. */
  statement: number;
  /** From there to the end of the transaction, in milliseconds on the rows of the proof. */
  heldMs: number;
  tried: TriedTraffic | null;
  /** A guess for the target, in milliseconds, from its size; null where its size is not known. */
  estimatedMs: number | null;
  /** The target's rows and bytes, where it has the table. */
  target: { rows: number; bytes: number } | null;
}

/** How a script ended that did not end well. */
export interface Failure {
  during: 'up' | 'down' | 'up again' | 'down with new rows';
  /** `refused`: it was not run. `deadline`: it was ended. `disk`: it filled the disk. */
  kind: 'refused' | 'failed' | 'deadline' | 'disk';
  file: string;
  line: number;
  column: number;
  /** Counted from 1; null when it was not one statement, as at the commit. */
  statement: number | null;
  text: string | null;
  sqlstate: string | null;
  /** In PostgreSQL's words, or ours where it was not asked. */
  message: string;
  details: string | null;
  hint: string | null;
  /** Lines that begin with `-` or `+`; empty when it left nothing behind. */
  left: string[];
  /** The locks it held when it was ended, and what it waited for. */
  held: string[];
  resume: string;
}

/** Rows of a table that differ between two moments, over the columns that it has at both. */
export interface RowChange {
  table: string;
  before: number;
  after: number;
  /** Rows of the first moment that are not there, as they were, at the second. */
  gone: number;
  /** Rows of the second moment that were not there, as they are, at the first. */
  come: number;
}

/** What came of up, down, up again. */
export interface RoundTripProof {
  /** What differs after up and down; empty when it came back the same. */
  down: string[];
  /** Rows that were there before and are not the same after up and down. */
  lost: RowChange[];
  /** What differs between the first up and the second. */
  upAgain: string[];
  /** Rows planted between up and down that the way back loses where it could keep them. */
  plantedLost: RowChange[];
  /** What goes because its column or table goes, such as `3 rows of public.photos`. */
  droppedWithData: string[];
  /** Rows planted under the new schema. */
  planted: number;
}

export type ProofStepName = 'lint' | 'measure' | 'round trip' | 'access';

/** One step of the proof. */
export interface ProofStep {
  step: ProofStepName;
  outcome: 'passed' | 'findings' | 'failed' | 'not run';
  /** Why it did not pass, or what it says in one line. */
  said: string;
  ms: number;
}

/** Who could reach what before, and who can after. */
export interface AccessChange {
  object: string;
  role: string;
  /** `owner`, `stranger` or `nobody`. */
  who: string;
  /** Such as `select`. */
  verb: string;
  before: string;
  after: string;
  widened: boolean;
}

/** What it was proved on. */
export interface ProofBase {
  /** `target`: its schema, copied. `files`: what the migrations before this one make. */
  kind: 'target' | 'files';
  /** Such as `18.4`. */
  server: string;
  /** Migrations that were applied before this one, to get there. */
  appliedFirst: string[];
  tables: number;
  rows: number;
  /** Where the rows come from, in words. */
  rowsFrom: string;
  missing: MissingObject[];
}

/** The whole proof of one migration. */
export interface Proof {
  migration: {
    file: string;
    statements: number;
    rollback: string | null;
    /** Why there is no way back, where the file says so. */
    irreversible: string | null;
  };
  base: ProofBase | null;
  steps: ProofStep[];
  statements: MeasuredStatement[];
  locks: TableLock[];
  /** Those of the rollback, on what was there when it began; null when it did not run to its end. */
  rollbackLocks: TableLock[] | null;
  /** What changed in the catalog: lines that begin with `-` or `+`. */
  catalog: string[];
  /** Rows that the migration itself changed. */
  rows: RowChange[];
  failure: Failure | null;
  roundTrip: RoundTripProof | null;
  /** Null when it was not tried. */
  access: AccessChange[] | null;
  findings: Finding[];
  accepted: FindingWithReason[];
  /** What was not checked, and why; what was guessed, and how. */
  assumptions: string[];
  /** True when each step ran and passed, and no finding stands. */
  proved: boolean;
  ms: number;
}
