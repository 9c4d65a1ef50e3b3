/** In charge of choosing what an entity diagram shows of an inspection. */
import { EngineerError } from '../errors.ts';
import { describeAccess } from '../inspect/describe-access.ts';
import { findRelation } from '../inspect/find-relation.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { platformSchemas } from '../inspect/platform-objects.ts';
import { qualifyName } from '../inspect/quote-name.ts';
import type { ForeignKeyInspection, TableInspection } from '../inspect/relation-inspection.ts';
import { describeRls } from '../inspect/render-summary.ts';
import type { Entity, EntityColumn, EntityDiagram, Relationship } from './entity-diagram.ts';
import { shortenType } from './shorten-type.ts';

export interface DiagramOptions {
  /** Only this schema. Default: all but the platform's. */
  schema?: string | undefined;
  /** Only this table and those it is tied to by a foreign key. */
  table?: string | undefined;
  /** Which columns: `keys` for those of a key only. Default: `all` up to 40 tables, then `keys`. */
  columns?: 'all' | 'keys' | undefined;
}

/** More tables than these with every column can't be read on a screen. */
const mostWithColumns = 40;

/**
 * Partitions are folded into their parent; a foreign key to or from one counts as the parent's.
 *
 * @throws EngineerError RELATION_UNKNOWN, DIAGRAM_EMPTY
 */
export function buildDiagram(inspection: Inspection, options: DiagramOptions = {}): EntityDiagram {
  const shown = chooseTables(inspection, options);
  if (shown.length === 0) throw nothingToDraw(inspection, options);
  const columns = options.columns ?? (shown.length > mostWithColumns ? 'keys' : 'all');
  const ids = new Set(shown.map(qualifyName));
  const schemas = [...new Set(shown.map(({ schema }) => schema))].sort();
  return {
    groups: schemas.map((schema) => ({
      schema,
      entities: shown
        .filter((table) => table.schema === schema)
        .map((table) => toEntity(table, inspection, columns)),
    })),
    relationships: shown
      .flatMap((table) => table.foreignKeys.map((key) => toRelationship(table, key)))
      .filter(({ parent, child }) => ids.has(parent) && ids.has(child)),
  };
}

function chooseTables(inspection: Inspection, options: DiagramOptions): TableInspection[] {
  const tables = inspection.tables.filter(
    ({ schema, partitionOf }) =>
      partitionOf === null &&
      (options.schema === undefined
        ? options.table !== undefined || !platformSchemas.has(schema)
        : schema === options.schema),
  );
  if (options.table === undefined) return tables;
  const center = qualifyName(findRelation(inspection, options.table));
  const near = new Set([center]);
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      const { parent, child } = toRelationship(table, key);
      if (parent === center) near.add(child);
      if (child === center) near.add(parent);
    }
  }
  return tables.filter((table) => near.has(qualifyName(table)));
}

function nothingToDraw(inspection: Inspection, { schema }: DiagramOptions): EngineerError {
  const known = schema === undefined || inspection.schemas.some(({ name }) => name === schema);
  return new EngineerError({
    code: known ? 'DIAGRAM_EMPTY' : 'RELATION_UNKNOWN',
    message: known ? 'There is no table to draw.' : `There is no schema ${schema}.`,
    hint: 'See what there is with: catb inspect',
  });
}

function toEntity(table: TableInspection, inspection: Inspection, shown: 'all' | 'keys'): Entity {
  const columns = table.columns.map((column): EntityColumn => {
    const inKey = (keys: readonly { columns: string[] }[]) =>
      keys.some((key) => key.columns.includes(column.name));
    const keys = [
      ...(inKey(table.primaryKey === null ? [] : [table.primaryKey]) ? (['PK'] as const) : []),
      ...(inKey(table.foreignKeys) ? (['FK'] as const) : []),
      ...(inKey(table.uniques) ? (['UK'] as const) : []),
    ];
    const { name, nullable } = column;
    return { name, type: shortenType(column.type, table.schema), keys, nullable };
  });
  const visible = shown === 'all' ? columns : columns.filter(({ keys }) => keys.length > 0);
  return {
    id: qualifyName(table),
    schema: table.schema,
    name: table.name,
    comment: table.comment,
    columns: visible,
    hiddenColumns: columns.length - visible.length,
    partitions: table.partitions.length,
    rls: describeRls(table),
    policies: table.policies.length,
    access: describeAccess(table, inspection),
  };
}

function toRelationship(table: TableInspection, key: ForeignKeyInspection): Relationship {
  const covers = (unique: readonly string[]) =>
    unique.every((column) => key.columns.includes(column));
  const primary = table.primaryKey?.columns ?? [];
  const uniques = [
    ...(table.primaryKey === null ? [] : [table.primaryKey]),
    ...table.uniques,
    ...table.indexes.filter(({ isUnique, predicate }) => isUnique && predicate === null),
  ];
  const optional = table.columns.some(
    ({ name, nullable }) => nullable && key.columns.includes(name),
  );
  return {
    parent: qualifyName({ schema: key.schema, name: key.table }),
    child: qualifyName(table),
    columns: key.columns,
    refersTo: key.refersTo,
    parents: optional ? 'zero or one' : 'one',
    children: uniques.some(({ columns }) => covers(columns)) ? 'zero or one' : 'zero or more',
    identifying: key.columns.every((column) => primary.includes(column)),
  };
}
