/** In charge of what squawk warns of and what the file, its twin or the statement shows to be harmless. */
import { writtenName } from '../facts/made-objects.ts';
import { joinName, typeText } from '../facts/names.ts';
import { isNew, type LintFile } from '../rule.ts';
import { asNode, nodesOf, stringsOf, walkNodes, type NodeOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';

/** About the shape of a column, which matters on a new table as well. */
const aboutColumns = ['prefer-timestamp-tz', 'ban-char-field', 'prefer-text-field'];
const aboutRange = ['prefer-bigint-over-int', 'prefer-bigint-over-smallint', 'prefer-identity'];

/** @param offset where squawk points, in the file, in UTF-16 units */
export function isHarmless(
  file: LintFile,
  statement: LintStatement,
  rule: string,
  offset: number,
): boolean {
  if (aboutRange.includes(rule)) return !countsUp(statement, offset);
  if (aboutColumns.includes(rule)) return false;
  const domain = asNode(statement.tree, 'AlterDomainStmt');
  if (domain !== undefined) {
    const parts = stringsOf(domain.typeName);
    const schema = file.facts.defaultSchema(statement.order);
    const name = joinName(...(parts.length > 1 ? parts : [schema, ...parts]));
    return file.facts.makes('type', name, statement.order);
  }
  const alter = asNode(statement.tree, 'AlterTableStmt');
  if (alter === undefined) return false;
  const table = file.facts.qualify(writtenName(alter.relation), statement.order);
  const takenBack = rule === 'ban-drop-not-null' && takesBackNotNull(file, alter, table);
  return takenBack || isNew(file, table, statement);
}

/** A rollback that lets nulls in again where its migration shut them out, and nowhere else. */
function takesBackNotNull(
  { direction, twin }: LintFile,
  alter: NodeOf<'AlterTableStmt'>,
  table: string,
): boolean {
  return (
    direction === 'down' &&
    nodesOf(alter.cmds, 'AlterTableCmd')
      .filter(({ subtype }) => subtype === 'AT_DropNotNull')
      .every(
        ({ name }) =>
          twin?.commands
            .of(table)
            .some((each) => each.subtype === 'AT_SetNotNull' && each.name === name) === true,
      )
  );
}

/** Only a number that the database counts up reaches the end of its type by itself. */
function countsUp(statement: LintStatement, offset: number): boolean {
  let found = false;
  walkNodes(statement.tree, (kind, fields) => {
    const column = kind === 'ColumnDef' ? (fields as NodeOf<'ColumnDef'>) : undefined;
    if (column === undefined || statement.place(column.typeName?.location) !== offset) return;
    const constraints = nodesOf(column.constraints, 'Constraint');
    found =
      typeText(column.typeName).includes('serial') ||
      constraints.some(
        ({ contype, raw_expr }) => contype === 'CONSTR_IDENTITY' || callsNextval(raw_expr),
      );
  });
  return found;
}

function callsNextval(expression: NodeOf<'Constraint'>['raw_expr']): boolean {
  const name = stringsOf(asNode(expression, 'FuncCall')?.funcname).at(-1);
  return name === 'nextval';
}
