/** In charge of the pages of a reference, for any database. */
import type { Inspection } from '../inspect/inspection.ts';
import { platformSchemas } from '../inspect/platform-objects.ts';
import { describeFunctions } from './describe-functions.ts';
import { describeOverview, type OverviewOptions } from './describe-overview.ts';
import { describeRelation } from './describe-relation.ts';
import { functionPage, tablePage } from './page-names.ts';

export interface DescribeOptions extends Omit<OverviewOptions, 'title'> {
  /** Default: the database's name. */
  title?: string | undefined;
  /** Whoever reads a page learns from its first line how it is made. Default: `catb docs`. */
  madeBy?: string | undefined;
}

/** Marks a page as made here. */
export function markerOf(madeBy: string): string {
  return `<!-- Made by ${madeBy}. Do not edit. -->`;
}

/**
 * Markdown by path: `README.md` first, then a page for each table and view, and one for the functions
 * of each schema. What a platform owns is left out. The same schema always makes the same pages.
 */
export function describeDatabase(
  inspection: Inspection,
  options: DescribeOptions = {},
): ReadonlyMap<string, string> {
  const { title = inspection.database.name, madeBy = 'catb docs', ...overview } = options;
  const own = withoutPlatform(inspection);
  const schemas = [...new Set(own.functions.map(({ schema }) => schema))];
  const pages: (readonly [string, string[]])[] = [
    ['README.md', describeOverview(own, { title, ...overview })],
    ...[...own.tables, ...own.views].map(
      (relation) => [tablePage(relation), describeRelation(relation, own, '../README.md')] as const,
    ),
    ...schemas.map((schema) => {
      const functions = own.functions.filter((routine) => routine.schema === schema);
      return [functionPage(schema), describeFunctions(schema, functions, '../README.md')] as const;
    }),
  ];
  return new Map(
    pages.map(([path, parts]) => [path, `${[markerOf(madeBy), ...parts].join('\n\n')}\n`]),
  );
}

function withoutPlatform(inspection: Inspection): Inspection {
  const ours = <T extends { schema: string }>(objects: readonly T[]): T[] =>
    objects.filter(({ schema }) => !platformSchemas.has(schema));
  return {
    ...inspection,
    schemas: inspection.schemas.filter(({ name }) => !platformSchemas.has(name)),
    tables: ours(inspection.tables).filter(({ extension }) => extension === null),
    views: ours(inspection.views).filter(({ extension }) => extension === null),
    functions: ours(inspection.functions),
    types: ours(inspection.types),
    sequences: ours(inspection.sequences),
  };
}
