/** In charge of what squawk says, as findings of ours. */
import { writtenName } from '../facts/made-objects.ts';
import { findPart, toFinding } from '../check-file.ts';
import type { Fault, LintFile, LintFinding } from '../rule.ts';
import { asNode } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';
import { isHarmless } from './is-harmless.ts';
import { runSquawk, type SquawkViolation } from './run-squawk.ts';
import { squawkRules, type SquawkTreatment } from './squawk-rules.ts';

/** A rule that is newer than our list is reported, not swallowed. */
const unlisted: SquawkTreatment = { treatment: 'kept', level: 'warning', title: '' };

/** Those of squawk's findings that are kept. */
export async function findWithSquawk(file: LintFile): Promise<LintFinding[]> {
  // Where PostgreSQL understands nothing, squawk's own parser has nothing to add.
  if (file.statements.length === 0) return [];
  const inTransaction = !file.statements.some(({ tree }) => isConcurrent(tree));
  const outer = new Map(
    file.statements
      .filter(({ context }) => context === 'migration')
      .map((statement) => [statement.top, statement]),
  );
  const { major } = file.settings;
  const { violations, failure } = await runSquawk(file.source.text, { major, inTransaction });
  if (failure !== undefined) return [toFinding(file, 'squawk', unfinished(failure))];
  return violations.flatMap((violation) => {
    const treatment = squawkRules[violation.rule_name] ?? unlisted;
    if (treatment.treatment !== 'kept') return [];
    const offset = offsetOf(file, violation);
    const statement = outer.get(findPart(file.parts, offset));
    if (statement !== undefined && isHarmless(file, statement, violation.rule_name, offset))
      return [];
    const { message, help } = violation;
    const fault = { level: treatment.level, object: objectOf(file, statement), message, offset };
    return [toFinding(file, `squawk-${violation.rule_name}`, { ...fault, hint: help })];
  });
}

/** What could not be checked is not fine. */
function unfinished(failure: string): Fault {
  return {
    level: 'warning',
    object: null,
    message: 'squawk could not check this file: its rules say nothing about it.',
    detail: `It said: ${failure}`,
    hint: 'Make the file smaller, or leave squawk out with --no-squawk.',
  };
}

function isConcurrent(tree: LintStatement['tree']): boolean {
  return (
    asNode(tree, 'IndexStmt')?.concurrent === true || asNode(tree, 'DropStmt')?.concurrent === true
  );
}

function offsetOf({ source }: LintFile, { line, column }: SquawkViolation): number {
  const before = Buffer.from(source.lineText(line + 1)).subarray(0, column);
  return source.lineStart(line + 1) + before.toString().length;
}

function objectOf(file: LintFile, statement: LintStatement | undefined): string | null {
  if (statement === undefined) return null;
  const relation =
    asNode(statement.tree, 'AlterTableStmt')?.relation ??
    asNode(statement.tree, 'CreateStmt')?.relation;
  return relation === undefined ? null : file.facts.qualify(writtenName(relation), statement.order);
}
