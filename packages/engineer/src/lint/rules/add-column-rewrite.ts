/** In charge of the rule about new columns for which the table is rewritten. */
import type { Catalog } from '../facts/catalog.ts';
import { judgeDefault } from '../facts/defaults.ts';
import { quoteName, typeText } from '../facts/names.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { sizeOf, type LintRule } from '../rule.ts';
import { asNode, nodesOf, type NodeOf } from '../sql/nodes.ts';

const serials = new Set(['serial', 'bigserial', 'smallserial', 'serial4', 'serial8', 'serial2']);

export const addColumnRewrite: LintRule = {
  name: 'add-column-rewrite',
  title: 'A new column makes PostgreSQL write the table anew',
  on: onTableCommands(({ file, command, table }) => {
    const column = asNode(command.def, 'ColumnDef');
    if (command.subtype !== 'AT_AddColumn' || column === undefined) return [];
    const reason = findReason(column, file.catalog);
    if (reason === undefined) return [];
    const size = sizeOf(file, table);
    return [
      {
        level: levelBySize(size),
        object: `${table}.${quoteName(column.colname ?? '')}`,
        message: `${reason}: ${table} and its indexes are written anew, and nobody reads or writes it meanwhile.`,
        detail: describeSize(size),
        hint: 'Add the column without it, set the default for new rows in a second command, and fill the old rows in batches.',
      },
    ];
  }),
};

function findReason(column: NodeOf<'ColumnDef'>, catalog: Catalog | undefined): string | undefined {
  const type = typeText(column.typeName);
  if (serials.has(type)) return `Each row gets a number of its own (${type})`;
  const names = [
    type,
    ...(catalog?.searchPath ?? []).map((schema) => `${quoteName(schema)}.${type}`),
  ];
  if (names.some((name) => catalog?.checkedDomains.has(name)))
    return `Each row is checked against the domain ${type}`;
  for (const constraint of nodesOf(column.constraints, 'Constraint')) {
    if (constraint.contype === 'CONSTR_IDENTITY')
      return 'Each row gets a number of its own (identity)';
    // From PostgreSQL 18 on a generated column may be virtual, and that one is not stored.
    if (constraint.contype === 'CONSTR_GENERATED' && constraint.generated_kind !== 'v') {
      return 'A generated column is computed and stored for each row';
    }
    if (constraint.contype !== 'CONSTR_DEFAULT') continue;
    const kind = judgeDefault(constraint.raw_expr, catalog);
    if (kind === 'volatile') return 'The default is another value for each row';
    if (kind === 'unknown')
      return 'The default calls a function that may give another value for each row';
  }
  return undefined;
}
