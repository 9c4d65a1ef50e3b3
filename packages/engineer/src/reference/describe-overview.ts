/** In charge of the first page of a reference: the picture, the lists, and who may do what. */
import { describeReach } from '../inspect/describe-access.ts';
import type { FunctionInspection, Inspection } from '../inspect/inspection.ts';
import { deriveAccess } from '../inspect/derive-access.ts';
import { qualifyName } from '../inspect/quote-name.ts';
import type { TableInspection } from '../inspect/relation-inspection.ts';
import { describeRls } from '../inspect/render-summary.ts';
import { functionHeading } from './describe-functions.ts';
import {
  describeExtensions,
  describeIndexes,
  describePolicies,
  describeRoles,
  describeSequences,
  describeTypes,
} from './describe-lists.ts';
import { section } from './describe-relation.ts';
import { code, link, table, words } from './markdown.ts';
import { anchor, functionPage, tablePage } from './page-names.ts';

export interface OverviewOptions {
  title: string;
  /** The picture, from this page; left out: none. */
  picture?: string | undefined;
  /** A page of queries, from this one; left out: none. */
  queries?: string | undefined;
}

type Named = { schema: string; name: string };

const toPage = (relation: Named) => link(code(qualifyName(relation)), tablePage(relation));

/** @param inspection without what the platform owns */
export function describeOverview(inspection: Inspection, options: OverviewOptions): string[] {
  const { title, picture, queries } = options;
  return [
    `# ${words(title)}`,
    'What is said here about tables, columns and functions is what their comments in the database say.',
    ...(picture === undefined
      ? []
      : [`![The tables, how they are tied, and who may do what](${picture})`]),
    ...(queries === undefined
      ? []
      : [
          `Which queries run on it, with their plans and what they cost: ${link('the query book', queries)}.`,
        ]),
    ...section('Tables', describeTables(inspection)),
    ...section('Views', describeViews(inspection)),
    ...section('Functions', describeFunctionLists(inspection)),
    ...section('Who may do what to which table', describeMatrix(inspection)),
    ...section('Who may run which function', describeCallers(inspection)),
    ...section('Roles', describeRoles(inspection)),
    ...section('Policies', describePolicies(inspection)),
    ...section('Indexes', describeIndexes(inspection)),
    ...section('Types', describeTypes(inspection)),
    ...section('Sequences', describeSequences(inspection)),
    ...section('Extensions', describeExtensions(inspection)),
  ];
}

const isWhole = ({ partitionOf }: TableInspection) => partitionOf === null;

function describeTables({ tables }: Inspection): string {
  return table(
    [
      { title: 'Table' },
      { title: 'What it is' },
      { title: 'RLS' },
      { title: 'Policies', right: true },
    ],
    tables
      .filter(isWhole)
      .map((one) => [
        toPage(one),
        words(one.comment ?? ''),
        describeRls(one),
        String(one.policies.length),
      ]),
  );
}

function describeViews({ views }: Inspection): string {
  return table(
    [{ title: 'View' }, { title: 'Kind' }, { title: 'What it is' }],
    views.map((view) => [toPage(view), view.kind, words(view.comment ?? '')]),
  );
}

const toFunction = (routine: FunctionInspection) =>
  link(
    code(qualifyName(routine)),
    `${functionPage(routine.schema)}#${anchor(functionHeading(routine))}`,
  );

function describeFunctionLists({ functions }: Inspection): string {
  const schemas = [...new Set(functions.map(({ schema }) => schema))];
  return schemas
    .map((schema) => {
      const own = functions.filter((routine) => routine.schema === schema);
      return `- ${link(`Schema ${words(schema)}`, functionPage(schema))}: ${own.map(({ name }) => code(name)).join(', ')}`;
    })
    .join('\n');
}

function describeMatrix(inspection: Inspection): string {
  const tables = inspection.tables.filter(isWhole);
  const access = tables.map((one) => ({ one, roles: deriveAccess(one, inspection) }));
  const roles = inspection.roles
    .map(({ name }) => name)
    .filter((name) =>
      access.some(({ roles: entries }) => entries.some(({ role }) => role === name)),
    );
  const explanation =
    '`own`: the rows that a policy ties to the caller; `some`: those that a policy lets through; `all`: every row; `none`: granted, but no policy lets a row through. An empty cell: not granted.';
  const rows = access.map(({ one, roles: entries }) => [
    toPage(one),
    ...roles.map((name) => {
      const entry = entries.find(({ role }) => role === name);
      const reaches = new Map<string, string[]>();
      for (const right of entry?.access ?? []) {
        const reach = describeReach(right);
        reaches.set(reach, [...(reaches.get(reach) ?? []), right.verb]);
      }
      return [...reaches].map(([reach, list]) => `${list.join(', ')} ${reach}`).join('; ');
    }),
  ]);
  const text = table([{ title: 'Table' }, ...roles.map((name) => ({ title: code(name) }))], rows);
  return text === '' || roles.length === 0 ? '' : `${explanation}\n\n${text}`;
}

function describeCallers({ functions }: Inspection): string {
  const roles = [
    ...new Set(
      functions.flatMap(({ executableBy, owner }) => executableBy.filter((role) => role !== owner)),
    ),
  ].sort();
  return table(
    [{ title: 'Role' }, { title: 'Functions' }],
    roles.map((role) => [
      code(role),
      functions
        .filter(({ executableBy, owner }) => role !== owner && executableBy.includes(role))
        .map(toFunction)
        .join(', '),
    ]),
  );
}
