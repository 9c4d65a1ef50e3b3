/** In charge of the rule about statements that can't run in a transaction, and stand where there is one. */
import { classifyStatement } from '@catb/database';
import type { Fault, LintFile, LintRule } from '../rule.ts';
import { asNode } from '../sql/nodes.ts';

export const concurrentStatementNotAlone: LintRule = {
  name: 'concurrent-statement-not-alone',
  title: 'A statement that can’t run in a transaction shares its file',
  file: (file) => [...checkParts(file), ...checkInner(file)],
};

function checkParts({ parts }: LintFile): Fault[] {
  if (parts.length < 2) return [];
  return parts
    .filter((part) => !['transactional', 'transaction-control'].includes(classifyStatement(part)))
    .map((part) => ({
      level: 'error',
      object: null,
      message: `This can’t run inside a transaction, and the file holds ${parts.length} statements.`,
      detail: 'Run one by one, a failure would leave the file half applied with no history row.',
      hint: 'Give it a migration of its own, with a rollback of its own.',
      offset: part.offset + leadingComments(part.text),
    }));
}

function leadingComments(text: string): number {
  return /^(?:\s*(?:--[^\n]*\n|\/\*[\s\S]*?\*\/))*\s*/.exec(text)?.[0].length ?? 0;
}

/** A function and a block always have a transaction around them. */
function checkInner({ statements }: LintFile): Fault[] {
  return statements
    .filter(
      ({ context, tree }) =>
        context !== 'migration' &&
        (asNode(tree, 'IndexStmt')?.concurrent === true ||
          asNode(tree, 'DropStmt')?.concurrent === true ||
          asNode(tree, 'VacuumStmt')?.is_vacuumcmd === true),
    )
    .map(({ start, context }) => ({
      level: 'error',
      object: null,
      message: `This fails: a ${context} has a transaction around it, in which this can’t run.`,
      hint: 'Give it a migration of its own, outside of the block.',
      offset: start,
    }));
}
