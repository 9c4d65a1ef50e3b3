/** In charge of the rule about new tables that row level security does not guard. */
import { writtenName } from '../facts/made-objects.ts';
import { quoteName } from '../facts/names.ts';
import type { Fault, LintRule, Visit } from '../rule.ts';
import type { NodeOf } from '../sql/nodes.ts';

type RangeVar = NodeOf<'CreateStmt'>['relation'];

export const tableWithoutPolicy: LintRule = {
  name: 'table-without-policy',
  title: 'A new table that row level security does not guard',
  on: {
    CreateStmt: (node, visit) => (visit.isRoot ? check(node.relation, visit) : []),
    CreateTableAsStmt: (node, visit) =>
      node.objtype === 'OBJECT_TABLE' && visit.isRoot ? check(node.into?.rel, visit) : [],
  },
};

function check(relation: RangeVar, { file, statement }: Visit): Fault[] {
  const table = file.facts.qualify(writtenName(relation), statement.order);
  const schema = relation?.schemaname ?? file.facts.defaultSchema(statement.order);
  const isTemporary = relation?.relpersistence === 't';
  if (isTemporary || statement.context === 'function' || file.facts.drops(table)) return [];
  const enables = (name: string) =>
    file.facts.commands.of(name).some(({ subtype }) => subtype === 'AT_EnableRowSecurity');
  const known = file.catalog?.relations.get(table);
  const enabled = enables(table) || known?.rowSecurity === true;
  // A loop that enables it on tables whose names are not written here.
  const perhaps = file.facts.unknownTables().some(enables);
  if (!enabled) {
    if (perhaps || !file.settings.exposedSchemas.includes(schema)) return [];
    return [
      {
        level: 'error',
        object: table,
        message: `Row level security is off on ${table}, in schema ${quoteName(schema)}, which the API serves: whoever has a grant reaches every row.`,
        hint: `alter table ${table} enable row level security; and a policy for each verb that somebody needs.`,
      },
    ];
  }
  const policies = file.facts.policies.of(table).some((each) => each.change === 'create');
  const perhapsPolicies = file.facts
    .unknownTables()
    .some((name) => file.facts.policies.of(name).length > 0);
  if (policies || perhapsPolicies || (known?.policies.length ?? 0) > 0) return [];
  return [
    {
      level: 'warning',
      object: table,
      message: `${table} has row level security and no policy: nobody but its owner reaches a row.`,
      hint: 'Make the policies in the same file. If nobody is to reach it, say so in an allow comment.',
    },
  ];
}
