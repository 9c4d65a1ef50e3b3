/** In charge of what a row is looked for in: where its values may come from, and what they must fulfil. */

/** Columns that get their values together, and which values those may be. */
export interface Source {
  columns: string[];
  /** Expressions, one for each column. */
  rows: string[][];
}

/** Columns that take the value of other columns of the same row. */
export interface Copies {
  columns: string[];
  from: string[];
}

/** Something that the columns must fulfil together. */
export interface Condition {
  /** Such as `constraint quantity_positive`. */
  name: string;
  columns: string[];
  /** True when it is fulfilled. */
  test: string;
  /** A row of expressions that the test reads by the name `alias`. */
  computed?: { alias: string; select: string };
  /** Why nothing can fulfil it. */
  impossible?: string;
}

/** Everything that a row is made from. */
export interface RowPlan {
  sources: Source[];
  copies: Copies[];
  conditions: Condition[];
  /** Foreign keys that are set when the rows they refer to exist. */
  later: string[];
  /** Whether a foreign key is broken until then. */
  isBroken: boolean;
}
