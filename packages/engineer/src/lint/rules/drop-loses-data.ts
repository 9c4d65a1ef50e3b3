/** In charge of the rule about drops that take rows with them. */
import { findDroppedObjects } from '../facts/dropped-objects.ts';
import { quoteName } from '../facts/names.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, isEmpty, type TableSize } from '../facts/table-size.ts';
import { sizeOf, type Fault, type LintFile, type LintRule } from '../rule.ts';

const holdsRows = ['table', 'schema', 'sequence'];

export const dropLosesData: LintRule = {
  name: 'drop-loses-data',
  title: 'A drop takes rows with it',
  on: {
    DropStmt: (node, { file, statement }) => {
      if (statement.context === 'function') return [];
      return findDroppedObjects(node, file.facts, statement.order)
        .filter(({ label }) => holdsRows.includes(label))
        .filter(({ kind, name }) => !isOwn(file, kind, name, statement.order))
        .map(({ label, name }) => fault(`${label} ${name}`, name, sizeOf(file, name)));
    },
    DropdbStmt: ({ dbname = '' }) => [
      {
        ...fault(`database ${quoteName(dbname)}`, quoteName(dbname), undefined),
        level: 'error',
      },
    ],
    ...onTableCommands(({ file, command, table }) => {
      const name = command.name ?? '';
      const object = `${table}.${quoteName(name)}`;
      if (command.subtype !== 'AT_DropColumn' || addsColumn(file, table, name)) return [];
      const relation = file.catalog?.relations.get(table);
      // Dropped with "if exists" where it never was.
      if (relation !== undefined && !relation.columns.some((each) => each.name === name)) return [];
      return [fault(`column ${object}`, object, relation?.size)];
    }),
  },
};

/** What the file made itself, or what the migration made that this rollback takes back. */
function isOwn(file: LintFile, kind: string, name: string, order: number): boolean {
  const made = kind === 'schema' ? 'schema' : 'relation';
  return (
    file.facts.makes(made, name, order) ||
    (file.direction === 'down' && file.twin?.makes(made, name) === true)
  );
}

function addsColumn(file: LintFile, table: string, column: string): boolean {
  const adds = (facts: LintFile['twin']) =>
    facts?.commands
      .of(table)
      .some((each) => each.subtype === 'AT_AddColumn' && each.name === column) === true;
  return file.direction === 'down' && adds(file.twin);
}

function fault(what: string, object: string, size: TableSize | undefined): Fault {
  const known = size === undefined ? 'warning' : 'error';
  return {
    level: isEmpty(size) ? 'info' : known,
    object,
    message: `What is in ${what} is gone when this commits, and no rollback brings it back.`,
    detail: describeSize(size),
    hint: 'Take it out of use first, keep a copy (create table … as select …, or a backup), and drop it in a later migration.',
  };
}
