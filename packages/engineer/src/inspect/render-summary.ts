/** In charge of an inspection as a person reads it: one line a table, grouped by schema. */
import { describeAccess } from './describe-access.ts';
import {
  countOf,
  formatBytes,
  formatCount,
  formatTable,
  type Cell,
  type Paint,
} from './format-text.ts';
import type { Inspection } from './inspection.ts';
import { platformSchemas } from './platform-objects.ts';
import { quoteName } from './quote-name.ts';
import type { TableInspection } from './relation-inspection.ts';

/** The whole database on a page. Partitions are counted in their parent's line. */
export function renderSummary(inspection: Inspection, paint: Paint): string {
  const own = inspection.schemas.filter(({ name }) => !platformSchemas.has(name));
  const parts = [
    ...renderHead(inspection, paint),
    ...own.flatMap(({ name }) => renderSchema(inspection, name, paint)),
    ...renderPlatform(inspection, paint),
    ...inspection.measured.missing.map(({ what, right }) =>
      paint.warn(`Not seen: ${what} (needs ${right}).`),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function renderHead({ database, measured, ...inspection }: Inspection, paint: Paint): string[] {
  const ours = <T extends { schema: string }>(objects: readonly T[]) =>
    objects.filter(({ schema }) => !platformSchemas.has(schema));
  const tables = ours(inspection.tables).filter(({ partitionOf }) => partitionOf === null);
  const counts = [
    countOf(tables.length, 'table'),
    countOf(ours(inspection.views).length, 'view'),
    countOf(ours(inspection.functions).length, 'function'),
    countOf(tables.flatMap(({ policies }) => policies).length, 'policy', 'policies'),
    countOf(tables.flatMap(({ indexes }) => indexes).length, 'index', 'indexes'),
  ].filter((count) => !count.startsWith('0 '));
  return [
    `${paint.strong(database.name)}  PostgreSQL ${measured.serverVersion.split(' ')[0]}, ` +
      `${formatBytes(measured.bytes)}, owned by ${database.owner}`,
    paint.faint(counts.join(' · ') || 'nothing but the system catalog'),
    '',
  ];
}

function renderSchema(inspection: Inspection, schema: string, paint: Paint): string[] {
  const inSchema = <T extends { schema: string }>(objects: readonly T[]) =>
    objects.filter((object) => object.schema === schema);
  const tables = inSchema(inspection.tables).filter(({ partitionOf }) => partitionOf === null);
  const views = inSchema(inspection.views);
  const functions = inSchema(inspection.functions).length;
  const types = inSchema(inspection.types).length;
  const others = [
    ...views.map(({ kind, name }) => `${kind} ${quoteName(name)}`),
    ...(functions === 0 ? [] : [countOf(functions, 'function')]),
    ...(types === 0 ? [] : [countOf(types, 'type')]),
  ];
  if (tables.length + others.length === 0) return [];
  const rows = tables.map((table) => renderRow(table, inspection, paint));
  return [
    paint.strong(quoteName(schema)),
    ...(rows.length === 0 ? [] : formatTable(summaryColumns, rows, paint)).map(indent),
    ...(others.length === 0 ? [] : [indent(paint.faint(`and ${others.join(', ')}`))]),
    '',
  ];
}

const indent = (line: string) => `  ${line}`;

const summaryColumns = [
  { title: 'table' },
  { title: 'rows', right: true },
  { title: 'size', right: true },
  { title: 'RLS' },
  { title: 'policies', right: true },
  { title: 'who may, beside the owner' },
];

function renderRow(table: TableInspection, inspection: Inspection, paint: Paint): Cell[] {
  const { rows, totalBytes } = table.measured;
  const partitions = table.partitions.length;
  const folded = partitions === 0 ? '' : ` (${countOf(partitions, 'partition')})`;
  const access = describeAccess(table, inspection);
  const may = access.map(({ roles, may: verbs }) => `${roles.join(', ')}: ${verbs}`).join(' · ');
  const open = !table.rls.enabled && access.length > 0;
  return [
    { text: quoteName(table.name) + folded },
    { text: formatCount(rows), paint: rows === null ? paint.faint : undefined },
    { text: formatBytes(totalBytes) },
    {
      text: describeRls(table),
      paint: table.rls.enabled ? paint.good : open ? paint.bad : paint.faint,
    },
    { text: String(table.policies.length) },
    { text: may || 'nobody', paint: may === '' ? paint.faint : undefined },
  ];
}

/** `forced`, `on` or `off`. */
export function describeRls({ rls }: Pick<TableInspection, 'rls'>): 'off' | 'on' | 'forced' {
  if (!rls.enabled) return 'off';
  return rls.forced ? 'forced' : 'on';
}

function renderPlatform(inspection: Inspection, paint: Paint): string[] {
  const names = inspection.schemas
    .map(({ name }) => name)
    .filter((name) =>
      [inspection.tables, inspection.functions].some((objects) =>
        objects.some(({ schema }) => platformSchemas.has(name) && schema === name),
      ),
    );
  if (names.length === 0) return [];
  const tables = inspection.tables.filter(({ schema }) => names.includes(schema)).length;
  return [
    paint.faint(`Of the platform: ${names.join(', ')}, with ${countOf(tables, 'table')}.`),
    '',
  ];
}
