/** In charge of where in a file something is: lines and columns, counted from 1. */
import { lineOfOffset, type SqlScript, type SqlStatement } from '@catb/database';

/** A place in a file. */
export interface Place {
  line: number;
  column: number;
}

/** PostgreSQL counts characters; a string of ours counts UTF-16 units. */
function unitsOfCharacters(text: string, characters: number): number {
  let units = 0;
  for (let left = characters; left > 0 && units < text.length; left -= 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** Of an offset into a text, in UTF-16 units. */
function placeOfOffset(sql: string, offset: number): Place {
  const lineStart = sql.lastIndexOf('\n', offset - 1) + 1;
  return {
    line: lineOfOffset(sql, offset),
    column: [...sql.slice(lineStart, offset)].length + 1,
  };
}

/** Where a statement's own text begins, behind the comments above it. */
function startOf(script: SqlScript, statement: SqlStatement): number {
  if (lineOfOffset(script.sql, statement.offset) === statement.line) return statement.offset;
  let at = statement.offset;
  for (let line = lineOfOffset(script.sql, at); line < statement.line; line += 1) {
    at = script.sql.indexOf('\n', at) + 1;
  }
  while (/\s/.test(script.sql[at] ?? 'x')) at += 1;
  return at;
}

/**
 * Where a statement is, or a position in it.
 *
 * @param position as PostgreSQL gives it, in characters from 1; 0 when it gives none
 */
export function placeOf(script: SqlScript, statement: SqlStatement, position = 0): Place {
  if (position <= 0) return placeOfOffset(script.sql, startOf(script, statement));
  const units = unitsOfCharacters(statement.text, position - 1);
  return placeOfOffset(script.sql, statement.offset + units);
}

/** A statement on one line, without the comments above it, cut. */
export function shortText(script: SqlScript, statement: SqlStatement, longest = 120): string {
  const from = startOf(script, statement) - statement.offset;
  const text = statement.text
    .slice(from, from + 2_000)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
