/** In charge of one table or view in full, as a person reads it. */
import { describeAccess, describeOwner } from './describe-access.ts';
import { formatBytes, formatCount, formatTable, type Paint } from './format-text.ts';
import type { Grant } from './grant.ts';
import type { Inspection } from './inspection.ts';
import { qualifyName, quoteName } from './quote-name.ts';
import type { TableInspection, ViewInspection } from './relation-inspection.ts';
import { describeRls } from './render-summary.ts';

/** A section is left out where there is nothing to say. */
export function renderRelation(
  relation: TableInspection | ViewInspection,
  inspection: Inspection,
  paint: Paint,
): string {
  const sections = [
    section('', describeMeasures(relation), paint),
    section('columns', describeColumns(relation, paint), paint),
    ...('rls' in relation
      ? describeTable(relation, inspection, paint)
      : [section('definition', relation.definition.split('\n'), paint)]),
    section('grants', relation.grants.map(describeGrant), paint),
    section(
      'triggers',
      relation.triggers.map(({ definition, state }) => `${definition} (${state})`),
      paint,
    ),
  ];
  return [
    `${paint.strong(qualifyName(relation))}  ${relation.kind}, owned by ${relation.owner}`,
    ...(relation.comment === null ? [] : [paint.faint(relation.comment)]),
    ...sections.flat(),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  if (lines.length === 0) return [];
  return [
    '',
    ...(title === '' ? [] : [paint.strong(title)]),
    ...lines.map((line) => (title === '' ? line : `  ${line}`)),
  ];
}

function describeMeasures({ measured, indexes }: TableInspection | ViewInspection): string[] {
  const { rows, deadRows, totalBytes, heapBytes, indexBytes, toastBytes, bloatBytes } = measured;
  const bloat =
    bloatBytes === null
      ? 'bloat not estimated'
      : `about ${formatBytes(bloatBytes)} of bloat, by the columns’ statistics`;
  return [
    `${rows === null ? 'rows not counted yet' : `about ${formatCount(rows)} rows`}, ${formatCount(deadRows)} dead; ${bloat}`,
    `${formatBytes(totalBytes)}: heap ${formatBytes(heapBytes)}, ` +
      `indexes ${formatBytes(indexBytes)} in ${indexes.length}, toast ${formatBytes(toastBytes)}`,
  ];
}

function describeColumns({ columns }: TableInspection | ViewInspection, paint: Paint): string[] {
  return formatTable(
    [{ title: 'name' }, { title: 'type' }, { title: '' }, { title: 'comment' }],
    columns.map((column) => [
      { text: quoteName(column.name) },
      { text: column.type },
      {
        text: [
          column.nullable ? '' : 'not null',
          column.identity === null ? '' : `identity ${column.identity}`,
          column.generated === null ? '' : `generated as ${column.generated}`,
          column.default === null ? '' : `default ${column.default}`,
          ...column.grants.map(describeGrant),
        ]
          .filter(Boolean)
          .join(', '),
      },
      { text: column.comment ?? '', paint: paint.faint },
    ]),
    paint,
  );
}

const describeGrant = ({ role, privileges }: Grant) => `${role}: ${privileges.join(', ')}`;

function describeTable(table: TableInspection, inspection: Inspection, paint: Paint): string[][] {
  const names = (columns: readonly string[]) => `(${columns.map(quoteName).join(', ')})`;
  const keys = [
    ...(table.primaryKey === null ? [] : [`primary key ${names(table.primaryKey.columns)}`]),
    ...table.uniques.map(({ columns }) => `unique ${names(columns)}`),
    ...table.foreignKeys.map(
      (key) =>
        `${names(key.columns)} → ${qualifyName({ schema: key.schema, name: key.table })} ` +
        `${names(key.refersTo)}, on delete ${key.onDelete}, on update ${key.onUpdate}` +
        (key.validated ? '' : paint.warn(', not validated')),
    ),
  ];
  const access = [
    `${table.owner} (owner): ${describeOwner(table, inspection.roles)}`,
    ...describeAccess(table, inspection).map(({ roles, may }) => `${roles.join(', ')}: ${may}`),
  ];
  const clause = (word: string, text: string | null) => (text === null ? '' : ` ${word} ${text}`);
  return [
    section('keys', keys, paint),
    section(
      'checks',
      table.checks.map((check) => `${check.name}: ${check.definition}`),
      paint,
    ),
    section(
      'indexes',
      table.indexes.map(
        ({ definition, isValid, measured }) =>
          `${definition}  ${paint.faint(`${formatBytes(measured.bytes)}, ${formatCount(measured.scans)} scans`)}` +
          (isValid ? '' : paint.bad(' invalid')),
      ),
      paint,
    ),
    section(`row level security: ${describeRls(table)}`, access, paint),
    section(
      'policies',
      table.policies.map(
        (policy) =>
          `${quoteName(policy.name)} ${policy.permissive ? '' : 'restrictive '}for ${policy.command} ` +
          `to ${policy.roles.join(', ')}${clause('using', policy.using)}${clause('with check', policy.check)}`,
      ),
      paint,
    ),
    section(
      'partitions',
      table.partitions.map((part) => `${qualifyName(part)} ${part.bound}`),
      paint,
    ),
  ];
}
