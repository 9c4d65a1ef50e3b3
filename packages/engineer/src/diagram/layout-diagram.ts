/** In charge of where everything in an entity diagram stands. */
import { clusterSchemas } from './cluster-schemas.ts';
import type { DiagramLayout, Point } from './diagram-layout.ts';
import type { EntityDiagram } from './entity-diagram.ts';
import { fillGaps } from './fill-gaps.ts';
import { layoutCluster } from './layout-cluster.ts';
import { measureEntity } from './measure-entity.ts';

const margin = 24;

/** Schemas that keys tie to each other stand together, the others where there is room. */
export async function layoutDiagram(diagram: EntityDiagram): Promise<DiagramLayout> {
  const clusters: DiagramLayout[] = [];
  for (const schemas of clusterSchemas(diagram)) {
    const groups = diagram.groups.filter(({ schema }) => schemas.includes(schema));
    const entities = groups.flatMap((group) => group.entities);
    const boxes = new Map(entities.map((entity) => [entity.id, measureEntity(entity)]));
    const relationships = diagram.relationships.filter(({ child }) => boxes.has(child));
    clusters.push(await layoutCluster({ groups, relationships, boxes }));
  }
  clusters.sort((one, other) => other.width * other.height - one.width * one.height);
  const widest = Math.max(...clusters.map(({ width }) => width));
  const places = fillGaps([], clusters, widest, margin);
  return {
    width: widest + 2 * margin,
    height: Math.max(...places.map(({ y, height }) => y + height)) + 2 * margin,
    ...joinClusters(clusters, places),
  };
}

function joinClusters(
  clusters: readonly DiagramLayout[],
  places: readonly Point[],
): Pick<DiagramLayout, 'groups' | 'boxes' | 'relationships'> {
  const moved = clusters.map((cluster, index) => {
    const { x: left, y: top } = places[index] ?? { x: 0, y: 0 };
    const move = <Placed extends Point>(placed: Placed): Placed => ({
      ...placed,
      x: placed.x + left + margin,
      y: placed.y + top + margin,
    });
    return {
      groups: cluster.groups.map(move),
      boxes: cluster.boxes.map(move),
      relationships: cluster.relationships.map(({ relationship, points }) => ({
        relationship,
        points: points.map(move),
      })),
    };
  });
  return {
    groups: moved.flatMap(({ groups }) => groups),
    boxes: moved.flatMap(({ boxes }) => boxes),
    relationships: moved.flatMap(({ relationships }) => relationships),
  };
}
