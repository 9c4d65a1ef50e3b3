/** In charge of the lists on the first page of a reference that say what else there is. */
import type { Inspection } from '../inspect/inspection.ts';
import { qualifyName } from '../inspect/quote-name.ts';
import { code, link, table, words } from './markdown.ts';
import { tablePage } from './page-names.ts';

export function describeRoles({ roles }: Inspection): string {
  return table(
    [{ title: 'Role' }, { title: 'May' }, { title: 'Member of' }, { title: 'What it is' }],
    roles.map((role) => [
      code(role.name),
      [
        role.superuser ? 'everything' : '',
        role.login ? 'log in' : '',
        role.bypassRls ? 'pass by policies' : '',
        role.createRole ? 'create roles' : '',
        role.createDatabase ? 'create databases' : '',
        role.replication ? 'replicate' : '',
      ]
        .filter(Boolean)
        .join(', '),
      role.memberOf.map(code).join(', '),
      words(role.comment ?? ''),
    ]),
  );
}

export function describePolicies({ tables }: Inspection): string {
  return table(
    [{ title: 'Policy' }, { title: 'On' }, { title: 'For' }, { title: 'To' }],
    tables.flatMap((one) =>
      one.policies.map(({ name, command, roles }) => [
        words(name),
        link(code(qualifyName(one)), `${tablePage(one)}#policies`),
        command,
        roles.map(code).join(', '),
      ]),
    ),
  );
}

export function describeIndexes({ tables, views }: Inspection): string {
  return table(
    [{ title: 'Index' }, { title: 'On' }, { title: 'Columns' }],
    [...tables, ...views].flatMap((one) =>
      one.indexes.map(({ name, columns, predicate }) => [
        code(name),
        link(code(qualifyName(one)), `${tablePage(one)}#indexes`),
        `${columns.map(code).join(', ')}${predicate === null ? '' : ` where ${code(predicate)}`}`,
      ]),
    ),
  );
}

export function describeTypes({ types }: Inspection): string {
  return table(
    [{ title: 'Type' }, { title: 'Kind' }, { title: 'Made of' }, { title: 'What it is' }],
    types.map((type) => [
      code(qualifyName(type)),
      type.kind,
      type.labels === null ? code(type.definition ?? '') : type.labels.map(code).join(', '),
      words(type.comment ?? ''),
    ]),
  );
}

export function describeSequences({ sequences }: Inspection): string {
  return table(
    [{ title: 'Sequence' }, { title: 'Belongs to' }, { title: 'What it is' }],
    sequences.map((one) => [
      code(qualifyName(one)),
      code(one.ownedBy ?? ''),
      words(one.comment ?? ''),
    ]),
  );
}

export function describeExtensions({ extensions }: Inspection): string {
  return table(
    [{ title: 'Extension' }, { title: 'Schema' }, { title: 'What it is' }],
    extensions.map(({ name, schema, comment }) => [code(name), code(schema), words(comment ?? '')]),
  );
}
