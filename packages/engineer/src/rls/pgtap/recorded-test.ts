/** In charge of keeping what was tried, so that it can be tried again elsewhere. */
import type { Who } from '../access-matrix.ts';
import type { Attempt, AttemptResult } from '../attempts/attempt.ts';
import type { Actor } from '../attempts/situation.ts';

/** One attempt that others can repeat, and what came of it. */
export interface RecordedTest {
  object: string;
  role: string;
  who: Who;
  attempt: Attempt;
  result: AttemptResult;
}

/** What a role and person sets before it tries. */
export interface RecordedActor extends Actor {
  settings: ReadonlyMap<string, string>;
}

/** Rows that the tests need, as one statement for each table. */
export interface RecordedRows {
  /** Inserts all of a table's witnesses. */
  inserts: string[];
  /** Removes one, by the id of the witness; and puts it back. */
  removals: ReadonlyMap<number, { remove: string; restore: string }>;
}

/** All that is needed to write tests. */
export interface AccessScript {
  actors: RecordedActor[];
  tests: RecordedTest[];
  rows: RecordedRows;
}
