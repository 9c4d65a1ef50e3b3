/** In charge of the rule about names that change under the feet of whoever uses them. */
import type { LintFile, LintRule, Visit, Fault } from '../rule.ts';
import { isNew } from '../rule.ts';
import { writtenName } from '../facts/made-objects.ts';
import { joinName, quoteName } from '../facts/names.ts';
import type { NodeOf } from '../sql/nodes.ts';
import { asNode, stringsOf } from '../sql/nodes.ts';

const hint =
  'Add the new name beside the old one (a view, a column kept the same by a trigger, a function that calls the other), move the clients, then drop the old one.';
const relations = ['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE'];
const routines = ['OBJECT_FUNCTION', 'OBJECT_PROCEDURE', 'OBJECT_ROUTINE'];

export const renameBreaksClients: LintRule = {
  name: 'rename-breaks-clients',
  title: 'A name changes that clients use',
  on: {
    RenameStmt: checkRename,
    AlterObjectSchemaStmt: (node, visit) => {
      if (!relations.includes(node.objectType ?? '')) return [];
      return judge(visit, node.relation, `to schema ${quoteName(node.newschema ?? '')}`);
    },
  },
};

function checkRename(node: NodeOf<'RenameStmt'>, visit: Visit): Fault[] {
  const type = node.renameType ?? '';
  const newName = quoteName(node.newname ?? '');
  if (relations.includes(type)) return judge(visit, node.relation, `to ${newName}`);
  if (type === 'OBJECT_COLUMN' && relations.includes(node.relationType ?? '')) {
    return judge(visit, node.relation, `to ${newName}`, node.subname);
  }
  if (!routines.includes(type) || undoes(visit.file, node)) return [];
  const name = joinName(...stringsOf(asNode(node.object, 'ObjectWithArgs')?.objname));
  return [{ level: 'warning', object: name, message: breaks(name, `to ${newName}`), hint }];
}

function judge(
  { file, statement }: Visit,
  relation: NodeOf<'RenameStmt'>['relation'],
  becomes: string,
  column?: string,
): Fault[] {
  const table = file.facts.qualify(writtenName(relation), statement.order);
  const standIn = column === undefined && file.facts.makes('relation', table);
  const rename = asNode(statement.tree, 'RenameStmt');
  if (standIn || isNew(file, table, statement) || (rename && undoes(file, rename))) return [];
  const object = column === undefined ? table : `${table}.${quoteName(column)}`;
  return [{ level: 'warning', object, message: breaks(object, becomes), hint }];
}

function breaks(object: string, becomes: string): string {
  return `Whoever asks for ${object} gets an error from the moment its name changes ${becomes}.`;
}

/** A rollback gives back the name that its migration changed. */
function undoes(file: LintFile, node: NodeOf<'RenameStmt'>): boolean {
  if (file.direction !== 'down') return false;
  const from = (each: NodeOf<'RenameStmt'>) => {
    const name = stringsOf(asNode(each.object, 'ObjectWithArgs')?.objname).at(-1);
    return each.subname ?? name ?? each.relation?.relname;
  };
  return (
    file.twin?.renames.some(
      (each) =>
        each.renameType === node.renameType &&
        each.newname === from(node) &&
        from(each) === node.newname,
    ) === true
  );
}
