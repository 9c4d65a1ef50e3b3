/** In charge of putting what was read about relations together into tables and views. */
import { byRelation } from './group-by-relation.ts';
import { measure, measureWithPartitions } from './measure-relations.ts';
import type { InspectionRows, RelationRow } from './read-inspection-rows.ts';
import type {
  ForeignKeyInspection,
  TableInspection,
  ViewInspection,
} from './relation-inspection.ts';
import { toChecks, toColumn, toIndex, toKey, type Constraint } from './tell-parts.ts';

/** The tables and the views, in the order they were read in. */
export function buildRelations(rows: InspectionRows): {
  tables: TableInspection[];
  views: ViewInspection[];
} {
  const byOid = new Map(rows.relations.map((row) => [row.oid, row]));
  const children = byRelation(
    rows.relations.flatMap((row) =>
      (row.parents ?? []).map((relation) => ({ relation, child: row })),
    ),
  );
  const childrenOf = (oid: number) => children(oid).map(({ child }) => child);
  const columns = byRelation(rows.columns);
  const constraints = byRelation(rows.constraints);
  const indexes = byRelation(rows.indexes);
  const policies = byRelation(rows.policies);
  const triggers = byRelation(rows.triggers);
  const grants = byRelation(rows.relationGrants);

  const shared = (row: RelationRow) => ({
    schema: row.schema,
    name: row.name,
    owner: row.owner,
    comment: row.comment,
    extension: row.extension,
    options: row.options,
    columns: columns(row.oid).map(toColumn),
    indexes: indexes(row.oid).map(toIndex),
    triggers: triggers(row.oid),
    grants: grants(row.oid),
  });
  const toForeignKey = (key: Constraint): ForeignKeyInspection[] => {
    const target = byOid.get(key.refersTo ?? 0);
    if (target === undefined) return [];
    const { onUpdate, onDelete, validated } = key;
    const { schema, name: table } = target;
    const refersTo = key.refersToColumns ?? [];
    return [{ ...toKey(key), schema, table, refersTo, onUpdate, onDelete, validated }];
  };
  const toTable = (row: RelationRow, kind: TableInspection['kind']): TableInspection => {
    const own = constraints(row.oid);
    const parents = (row.parents ?? []).flatMap((oid) => byOid.get(oid) ?? []);
    const names = parents.map(({ schema, name }) => ({ schema, name }));
    const [parent] = names;
    const bound = row.partitionBound;
    return {
      ...shared(row),
      kind,
      persistence: row.persistence,
      replicaIdentity: row.replicaIdentity,
      rls: { enabled: row.rlsEnabled, forced: row.rlsForced },
      partitionKey: row.partitionKey,
      partitionOf: bound === null || parent === undefined ? null : { ...parent, bound },
      inherits: bound === null ? names : [],
      partitions: childrenOf(row.oid).flatMap((child) =>
        child.partitionBound === null
          ? []
          : {
              schema: child.schema,
              name: child.name,
              bound: child.partitionBound,
              rlsEnabled: child.rlsEnabled,
            },
      ),
      primaryKey: own.filter((key) => key.kind === 'primary key').map(toKey)[0] ?? null,
      uniques: own.filter((key) => key.kind === 'unique').map(toKey),
      foreignKeys: own.filter((key) => key.kind === 'foreign key').flatMap(toForeignKey),
      checks: toChecks(own),
      policies: policies(row.oid),
      measured: measureWithPartitions(row, childrenOf),
    };
  };
  return {
    tables: rows.relations.flatMap((row) =>
      row.kind === 'view' || row.kind === 'materialized view' ? [] : toTable(row, row.kind),
    ),
    views: rows.relations.flatMap((row) =>
      row.kind !== 'view' && row.kind !== 'materialized view'
        ? []
        : {
            ...shared(row),
            kind: row.kind,
            definition: row.definition ?? '',
            isPopulated: row.isPopulated,
            measured: measure(row),
          },
    ),
  };
}
