/** In charge of the safe form that is one word more. */
import { scanSql } from '@catb/database';
import type { Fix } from '../rule.ts';
import type { LintStatement } from '../sql/statement.ts';

/** Puts a word behind the first that reads so; undefined when the statement does not stand in the file as it is. */
export function insertBehind(
  { text, textStart }: LintStatement,
  behind: string,
  word: string,
): Fix | undefined {
  if (textStart === undefined) return undefined;
  for (const { kind, start, end } of scanSql(text)) {
    if (kind !== 'word' || text.slice(start, end).toLowerCase() !== behind) continue;
    const at = textStart + end;
    return { title: `adds "${word}"`, edits: [{ start: at, end: at, text: ` ${word}` }] };
  }
  return undefined;
}
