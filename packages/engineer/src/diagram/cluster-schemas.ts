/** In charge of which schemas are tied to each other by foreign keys. */
import type { EntityDiagram } from './entity-diagram.ts';

/** Lists of schemas; two that a foreign key ties, however far around, are in one list. */
export function clusterSchemas({ groups, relationships }: EntityDiagram): string[][] {
  const schemaOf = new Map(
    groups.flatMap(({ schema, entities }) => entities.map(({ id }) => [id, schema])),
  );
  const clusters = new Map(groups.map(({ schema }) => [schema, [schema]]));
  for (const { parent, child } of relationships) {
    const one = clusters.get(schemaOf.get(parent) ?? '');
    const other = clusters.get(schemaOf.get(child) ?? '');
    if (one === undefined || other === undefined || one === other) continue;
    const merged = [...one, ...other].sort();
    for (const schema of merged) clusters.set(schema, merged);
  }
  return [...new Set(clusters.values())];
}
