/** In charge of asking PostgreSQL's own parser whether a file is SQL, before anything of it is run. */
import type { SqlScript, SqlStatement } from '@catb/database';
import { loadModule, parseSync } from 'libpg-query';
import { placeOf, type Place } from './place.ts';

/** Where a file stops being SQL, and what PostgreSQL says about it. */
export interface SyntaxProblem extends Place {
  statement: number;
  text: string;
  message: string;
  hint: string | null;
}

/** A bigger statement is left to the server: its syntax tree would take more than a gigabyte. */
const longestParsed = 1_000_000;

/** PostgreSQL's parser throws this, with a position from 0. */
function positionOf(error: Error): number {
  const details = (error as { sqlDetails?: { cursorPosition?: unknown } }).sqlDetails;
  return typeof details?.cursorPosition === 'number' ? details.cursorPosition : 0;
}

function hintFor(statement: SqlStatement): string | null {
  if (!/^\s*\\/m.test(statement.text)) return null;
  return 'A line that begins with a backslash is a command of psql, which is not SQL. Delete it.';
}

/** The first statement that doesn't parse, or undefined. */
export async function checkSyntax(script: SqlScript): Promise<SyntaxProblem | undefined> {
  await loadModule();
  for (const [index, statement] of script.executable.entries()) {
    if (statement.text.length > longestParsed) continue;
    try {
      parseSync(statement.text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return {
        ...placeOf(script, statement, positionOf(error) + 1),
        statement: index + 1,
        text: statement.text,
        message: error.message,
        hint: hintFor(statement),
      };
    }
  }
  return undefined;
}
