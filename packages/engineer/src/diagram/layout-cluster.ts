/** In charge of where the tables of schemas that belong together stand; ELK places what is tied. */
import type { ElkNode } from 'elkjs';
import Elk from 'elkjs/lib/elk.bundled.js';
import { bare, frame, framed, gap, options, toEdge, toNode } from './elk-graph.ts';
import type { EntityDiagram, Relationship } from './entity-diagram.ts';
import { fillGaps } from './fill-gaps.ts';
import type { DiagramLayout, Point } from './diagram-layout.ts';
import type { EntityBox } from './measure-entity.ts';

/** Schemas, their tables and the keys between them. */
export interface Cluster {
  groups: EntityDiagram['groups'];
  relationships: readonly Relationship[];
  boxes: ReadonlyMap<string, EntityBox>;
}

/** A schema of tables that nothing ties is spread over about so many pixels. */
const usualWidth = 1_120;

/** From 0, 0 on. The same cluster always gets the same places. */
export async function layoutCluster(cluster: Cluster): Promise<DiagramLayout> {
  return cluster.groups.length === 1 ? await layoutSchema(cluster) : await layoutSchemas(cluster);
}

/** Tables that nothing ties fill the room that is left beside the others. */
async function layoutSchema({ groups, relationships, boxes }: Cluster): Promise<DiagramLayout> {
  const tied = new Set(relationships.flatMap(({ parent, child }) => [parent, child]));
  const nodes = [...boxes.values()].filter(({ entity }) => tied.has(entity.id));
  const alone = [...boxes.values()]
    .filter(({ entity }) => !tied.has(entity.id))
    .sort((one, other) => other.height - one.height);
  const layout = emptyLayout();
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: { ...options, 'elk.padding': bare },
    children: nodes.map((box) => toNode(box, relationships)),
    edges: relationships.map(toEdge),
  };
  const offset = { x: frame.side, y: frame.top };
  if (nodes.length > 0) readPlaces(await new Elk.default().layout(graph), offset, boxes, layout);
  readLines(graph, relationships, offset, layout);
  const taken = [
    ...layout.boxes.map(({ box, x, y }) => ({
      x: x - offset.x,
      y: y - offset.y,
      width: box.width,
      height: box.height,
    })),
    ...layout.relationships.flatMap(({ points }) => toAreas(points, offset)),
  ];
  const reach = (areas: readonly { x: number; width: number }[]) =>
    Math.max(0, ...areas.map(({ x, width }) => x + width));
  const places = fillGaps(taken, alone, Math.max(reach(taken), usualWidth), gap);
  alone.forEach((box, index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    layout.boxes.push({ box, x: x + offset.x, y: y + offset.y });
  });
  const areas = [...taken, ...places];
  layout.width = reach(areas) + 2 * frame.side;
  layout.height = Math.max(...areas.map(({ y, height }) => y + height)) + frame.top + frame.side;
  const [group] = groups;
  if (group !== undefined) {
    layout.groups.push({
      schema: group.schema,
      x: 0,
      y: 0,
      width: layout.width,
      height: layout.height,
    });
  }
  return layout;
}

/** Schemas that keys tie to each other: ELK places frames and tables at once. */
async function layoutSchemas({ groups, relationships, boxes }: Cluster): Promise<DiagramLayout> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      ...options,
      'elk.padding': bare,
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: groups.map(({ schema, entities }) => ({
      id: `schema ${schema}`,
      layoutOptions: { ...options, 'elk.padding': framed },
      children: entities.flatMap(({ id }) => {
        const box = boxes.get(id);
        return box === undefined ? [] : toNode(box, relationships);
      }),
    })),
    edges: relationships.map(toEdge),
  };
  const placed = await new Elk.default().layout(graph);
  const layout = emptyLayout();
  readPlaces(placed, { x: 0, y: 0 }, boxes, layout);
  readLines(placed, relationships, { x: 0, y: 0 }, layout);
  return { ...layout, width: placed.width ?? 0, height: placed.height ?? 0 };
}

const emptyLayout = (): DiagramLayout => ({
  width: 0,
  height: 0,
  groups: [],
  boxes: [],
  relationships: [],
});

/** A line as areas, so that nothing is put on top of it. */
function toAreas(points: readonly Point[], offset: Point) {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      x: Math.min(from.x, to.x) - offset.x,
      y: Math.min(from.y, to.y) - offset.y,
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

/** ELK tells the place of a node from the one around it. */
function readPlaces(
  node: ElkNode,
  at: Point,
  boxes: Cluster['boxes'],
  layout: DiagramLayout,
): void {
  for (const child of node.children ?? []) {
    const place = { x: at.x + (child.x ?? 0), y: at.y + (child.y ?? 0) };
    const box = boxes.get(child.id);
    if (box !== undefined) layout.boxes.push({ box, ...place });
    else {
      const { width = 0, height = 0 } = child;
      layout.groups.push({ schema: child.id.slice('schema '.length), width, height, ...place });
    }
    readPlaces(child, place, boxes, layout);
  }
}

function readLines(
  { edges = [] }: ElkNode,
  relationships: readonly Relationship[],
  offset: Point,
  layout: DiagramLayout,
): void {
  edges.forEach((edge, index) => {
    const relationship = relationships[index];
    if (relationship === undefined) return;
    for (const { startPoint, bendPoints, endPoint } of edge.sections ?? []) {
      const points = [startPoint, ...(bendPoints ?? []), endPoint];
      layout.relationships.push({
        relationship,
        points: points.map(({ x, y }) => ({ x: x + offset.x, y: y + offset.y })),
      });
    }
  });
}
