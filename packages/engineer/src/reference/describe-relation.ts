/** In charge of the page of one table or view. */
import { describeReach } from '../inspect/describe-access.ts';
import type { Grant } from '../inspect/grant.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { deriveAccess, verbs } from '../inspect/derive-access.ts';
import { qualifyName } from '../inspect/quote-name.ts';
import type { TableInspection, ViewInspection } from '../inspect/relation-inspection.ts';
import { describeRls } from '../inspect/render-summary.ts';
import { code, fence, link, table, words } from './markdown.ts';
import { tablePage } from './page-names.ts';

/** Links from one page of a table to another. */
const toTable = (relation: { schema: string; name: string }) =>
  link(code(qualifyName(relation)), tablePage(relation).replace('tables/', ''));

const codes = (names: readonly string[]) => names.map(code).join(', ');

/** @param home the page that lists them all, from this one */
export function describeRelation(
  relation: TableInspection | ViewInspection,
  inspection: Inspection,
  home: string,
): string[] {
  const facts = [
    link('All tables', home),
    relation.kind,
    `owner ${code(relation.owner)}`,
    ...('rls' in relation ? [`row level security ${describeRls(relation)}`] : []),
    ...(relation.options.length === 0 ? [] : [`with ${codes(relation.options)}`]),
  ];
  return [
    `# ${words(qualifyName(relation))}`,
    facts.join(' · '),
    ...(relation.comment === null ? [] : [words(relation.comment)]),
    ...section('Columns', describeColumns(relation)),
    ...('rls' in relation ? describeTable(relation, inspection) : describeView(relation)),
    ...section(
      'Triggers',
      list(
        relation.triggers.map(
          ({ definition, state, comment }) =>
            `${code(definition)}${state === 'enabled' ? '' : `, ${state}`}${comment === null ? '' : `: ${words(comment)}`}`,
        ),
      ),
    ),
  ];
}

export function section(title: string, text: string): string[] {
  return text === '' ? [] : [`## ${title}`, text];
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

function describeColumns({ columns }: TableInspection | ViewInspection): string {
  return table(
    [
      { title: 'Column' },
      { title: 'Type' },
      { title: 'Null' },
      { title: 'Default' },
      { title: 'What it is' },
    ],
    columns.map(({ name, type, nullable, default: value, generated, identity, comment }) => [
      code(name),
      code(type),
      nullable ? 'yes' : 'no',
      identity !== null
        ? `identity, ${identity}`
        : generated !== null
          ? `always ${code(generated)}`
          : code(value ?? ''),
      words(comment ?? ''),
    ]),
  );
}

function describeView({ definition, grants, indexes }: ViewInspection): string[] {
  return [
    ...section('Definition', fence('sql', definition)),
    ...section('Indexes', describeIndexes(indexes)),
    ...section('Grants', describeGrants(grants)),
  ];
}

function describeGrants(grants: readonly Grant[]): string {
  return table(
    [{ title: 'Role' }, { title: 'May' }],
    grants.map(({ role, privileges }) => [code(role), privileges.join(', ')]),
  );
}

function describeTable(relation: TableInspection, inspection: Inspection): string[] {
  return [
    ...section('Keys', list(describeKeys(relation, inspection))),
    ...section(
      'Checks',
      table(
        [{ title: 'Name' }, { title: 'What must hold' }, { title: 'Why' }],
        relation.checks.map(({ name, definition, comment }) => [
          code(name),
          code(definition.replace(/^CHECK /, '')),
          words(comment ?? ''),
        ]),
      ),
    ),
    ...section('Indexes', describeIndexes(relation.indexes)),
    ...section('Who may do what', describeTableAccess(relation, inspection)),
    ...section('Policies', describePolicies(relation)),
    ...section(
      'Partitions',
      list(relation.partitions.map((part) => `${toTable(part)} ${code(part.bound)}`)),
    ),
  ];
}

function describeKeys(relation: TableInspection, { tables }: Inspection): string[] {
  const referring = tables.flatMap((other) =>
    other.foreignKeys
      .filter(({ schema, table: name }) => schema === relation.schema && name === relation.name)
      .map(({ columns }) => `Referred to by ${toTable(other)} (${codes(columns)})`),
  );
  const { primaryKey, uniques, foreignKeys } = relation;
  return [
    ...(primaryKey === null ? [] : [`Primary key ${codes(primaryKey.columns)}`]),
    ...uniques.map(({ columns }) => `Unique ${codes(columns)}`),
    ...foreignKeys.map(
      ({ columns, schema, table: name, refersTo, onDelete, onUpdate }) =>
        `${codes(columns)} refers to ${toTable({ schema, name })} (${codes(refersTo)}), ` +
        `on delete ${onDelete}, on update ${onUpdate}`,
    ),
    ...referring,
  ];
}

function describeIndexes(indexes: TableInspection['indexes']): string {
  return table(
    [{ title: 'Index' }, { title: 'Method' }, { title: 'Columns' }, { title: 'What for' }],
    indexes.map((index) => [
      code(index.name),
      `${index.method}${index.isUnique ? ', unique' : ''}${index.isValid ? '' : ', invalid'}`,
      [
        codes(index.columns),
        ...(index.included.length === 0 ? [] : [`with ${codes(index.included)}`]),
        ...(index.predicate === null ? [] : [`where ${code(index.predicate)}`]),
      ].join(' '),
      index.comment !== null
        ? words(index.comment)
        : index.isPrimary
          ? 'primary key'
          : index.constraint !== null
            ? `constraint ${code(index.constraint)}`
            : '',
    ]),
  );
}

function describeTableAccess(relation: TableInspection, inspection: Inspection): string {
  return table(
    [{ title: 'Role' }, ...verbs.map((title) => ({ title }))],
    deriveAccess(relation, inspection).map(({ role, access }) => [
      `${code(role)}${role === relation.owner ? ' (owner)' : ''}`,
      ...verbs.map((verb) => {
        const found = access.find((entry) => entry.verb === verb);
        return found === undefined ? '' : describeReach(found);
      }),
    ]),
  );
}

function describePolicies({ policies }: TableInspection): string {
  return table(
    [
      { title: 'Policy' },
      { title: 'For' },
      { title: 'To' },
      { title: 'Using' },
      { title: 'With check' },
    ],
    policies.map(({ name, permissive, command, roles, using, check, comment }) => [
      words(comment === null ? name : `${name} (${comment})`),
      permissive ? command : `${command}, restrictive`,
      codes(roles),
      code(using ?? ''),
      code(check ?? ''),
    ]),
  );
}
