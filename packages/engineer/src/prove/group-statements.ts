/** In charge of which statements are measured as one: a file of 10 MB may hold 100,000 inserts. */
import type { SqlScript, SqlStatement } from '@catb/database';

/** So many statements are measured one by one, whatever they are. */
const fewEnough = 300;

const grouped = new Set(['insert', 'update', 'delete', 'select', 'comment', 'grant', 'revoke']);

/** Several statements of one kind that follow each other. */
export interface StatementGroup {
  first: SqlStatement;
  count: number;
}

/**
 * @returns for the number (from 1) of a group's last statement, the group; in a file of ordinary
 *   length each statement is a group of its own
 */
export function groupStatements(script: SqlScript): Map<number, StatementGroup> {
  const statements = script.executable;
  const groups = new Map<number, StatementGroup>();
  let open: StatementGroup | undefined;
  for (const [index, statement] of statements.entries()) {
    const verb = statement.words[0] ?? '';
    open ??= { first: statement, count: 0 };
    open.count += 1;
    const goesOn =
      statements.length > fewEnough &&
      grouped.has(verb) &&
      statements[index + 1]?.words[0] === verb;
    if (goesOn) continue;
    groups.set(index + 1, open);
    open = undefined;
  }
  return groups;
}
