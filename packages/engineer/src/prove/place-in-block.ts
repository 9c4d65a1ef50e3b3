/** In charge of which line of a file an error inside a `do` block is on. */
import { lineOfOffset, type SqlScript, type SqlStatement } from '@catb/database';
import type { Place } from './place.ts';

/**
 * PostgreSQL counts the lines of the block's body, from the opening quote on.
 *
 * @param where the error's context, such as `PL/pgSQL function inline_code_block line 3 at RAISE`
 * @returns undefined when the error is not directly in a `do` block
 */
export function placeInBlock(
  script: SqlScript,
  statement: SqlStatement,
  where: string | undefined,
): Place | undefined {
  const line = /^PL\/pgSQL function inline_code_block line (\d+) at /m.exec(where ?? '')?.[1];
  const body = /\$[^$\s]*\$/.exec(statement.text);
  if (line === undefined || body === null || statement.words[0] !== 'do') return undefined;
  const first = lineOfOffset(script.sql, statement.offset + body.index);
  const number = first + Number(line) - 1;
  const text = script.sql.split('\n')[number - 1] ?? '';
  return { line: number, column: text.length - text.trimStart().length + 1 };
}
