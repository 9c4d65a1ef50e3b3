/** In charge of what a candidate is: a value that a column may take, if the constraints let it. */

/**
 * What kind of value it is: the column's own default, one that no other row has, an ordinary one, one
 * that a constraint mentions, one at the lower or the upper edge of its type, or null.
 */
export type Flavor = 'default' | 'fresh' | 'typical' | 'mined' | 'low' | 'high' | 'null';

/** A text that may be a value of a type. */
export interface Guess {
  text: string;
  flavor: Flavor;
}

/** A value, as an SQL expression of the column's type. */
export interface Candidate {
  expression: string;
  flavor: Flavor;
}
