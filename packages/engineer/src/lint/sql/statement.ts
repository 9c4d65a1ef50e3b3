/** In charge of what a statement is to the rules, wherever in a file it stands. */
import type { Node } from 'libpg-query';
import type { NodeKind } from './nodes.ts';

/**
 * `migration`: it runs when the file runs. `block`: so does it, inside a `do` block, perhaps under a
 * condition. `function`: it runs whenever somebody calls the function.
 */
export type StatementContext = 'migration' | 'block' | 'function';

export interface LintStatement {
  kind: NodeKind;
  tree: Node;
  context: StatementContext;
  /** Counts through the file, nested statements included. */
  order: number;
  /** Which statement of the file it is or stands in, from 0. */
  top: number;
  /** As it was parsed. */
  text: string;
  /** Where it starts in the file, comments left out, in UTF-16 units. */
  start: number;
  /** Behind its last character, the semicolon left out. */
  end: number;
  /** Where `text` starts in the file; undefined when the text does not stand in it as it is. */
  textStart: number | undefined;
  /** From a location of the parser, in bytes of `text`, to one in the file; `start` when it has none. */
  place(byte: number | undefined): number;
}
