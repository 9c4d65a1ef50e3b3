/** In charge of what one attempt is, and what comes of it. */
import type { Verb } from '../access-matrix.ts';
import type { Actor } from './situation.ts';

/** A statement to try as a role, and how to see what it reached. */
export interface Attempt {
  /** OID of the relation or routine. */
  object: string;
  verb: Verb;
  /** `read`: the statement returns one array of texts. */
  kind: 'read' | 'write';
  statement: string;
  /** Whose row it is about, where it is about one: 0 the owner's, 1 the stranger's. */
  tenant?: 0 | 1;
  /** Tells apart several ways to try the same; the widest outcome counts. */
  way?: string;
  /** OID of the relation whose row the row refers to. */
  below?: string;
  /** Witness rows that are hidden while it runs. */
  hidden?: readonly number[];
  /** Relations to which no foreign key refers while it runs. */
  unlinked?: readonly string[];
  /** Relations whose witness rows are looked at afterwards. */
  watched?: readonly string[];
  /** Whether it is counted afterwards whose rows were added, in whatever table. */
  countsAdded?: boolean;
  /** With `condition`: where rows should have arrived. */
  relation?: string;
  condition?: string;
}

/** What came of it. */
export interface AttemptResult {
  sqlstate?: string;
  message?: string;
  found?: string[];
  rows?: number;
  /** Witness rows of tenants 0 and 1 that were changed. */
  touched?: [number, number];
  arrived?: number;
  /** Rows of tenants 0 and 1 that were not there before. */
  added?: [number, number];
}

/** Is told of each attempt and what came of it. */
export type RecordAttempt = (
  actor: Actor,
  object: string,
  attempt: Attempt,
  result: AttemptResult,
) => void;

/** Under what an attempt is made. */
export interface Circumstances {
  role: string;
  /** Settings by name. */
  settings: ReadonlyMap<string, string>;
  /** Tenants whose rows are all hidden. */
  hiddenTenants: readonly (0 | 1)[];
}
