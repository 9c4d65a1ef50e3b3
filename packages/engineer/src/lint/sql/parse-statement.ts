/** In charge of reading one statement with PostgreSQL's own parser. */
import { hasSqlDetails, loadModule, parseSync, type Node } from 'libpg-query';
import { offsetOfCharacter } from './byte-offsets.ts';
import { asNode } from './nodes.ts';

/** What PostgreSQL said about a text that it does not understand. */
export interface SyntaxProblem {
  message: string;
  /** In the text that was parsed, in UTF-16 units. */
  offset: number;
}

export type ParseResult =
  { tree: Node; problem?: never } | { tree?: never; problem: SyntaxProblem };

/** The parser is WebAssembly, and has to be loaded once before {@link parseStatement}. */
export const loadParser: () => Promise<void> = loadModule;

/** @param text one statement, comments around it allowed */
export function parseStatement(text: string): ParseResult {
  try {
    const tree = parseSync(text).stmts?.[0]?.stmt;
    if (tree !== undefined) return { tree: withoutValues(tree) };
    return { problem: { message: 'there is no statement here', offset: 0 } };
  } catch (error) {
    if (hasSqlDetails(error)) {
      const character = error.sqlDetails?.cursorPosition ?? 0;
      return { problem: { message: error.message, offset: offsetOfCharacter(text, character) } };
    }
    // The stack of the WebAssembly is smaller than a server's.
    if (error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError')) {
      return { problem: { message: 'the statement is nested too deeply to be read', offset: 0 } };
    }
    throw error;
  }
}

/** No rule looks at the rows of an `insert`, and a file of ten megabytes is mostly that. */
function withoutValues(tree: Node): Node {
  const select = asNode(asNode(tree, 'InsertStmt')?.selectStmt, 'SelectStmt');
  if ((select?.valuesLists?.length ?? 0) > 10) delete select?.valuesLists;
  return tree;
}
