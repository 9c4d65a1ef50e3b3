/** In charge of the form in which ELK takes tables and keys. */
import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs';
import type { Relationship } from './entity-diagram.ts';
import { headerHeight, type EntityBox } from './measure-entity.ts';

/** Inside the frame of a schema; above is room for its name. */
export const frame = { top: 48, side: 20 };
/** Between tables. */
export const gap = 28;
export const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.aspectRatio': '1.2',
  'elk.spacing.nodeNode': String(gap),
  'elk.spacing.componentComponent': String(gap),
  'elk.spacing.edgeNode': '18',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.spacing.edgeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.randomSeed': '1',
};

export const framed = `[top=${frame.top},left=${frame.side},bottom=${frame.side},right=${frame.side}]`;
export const bare = '[top=0,left=0,bottom=0,right=0]';

const portId = (id: string, side: 'from' | 'to', column: string | undefined) =>
  `${side} ${id} ${column ?? ''}`;

export function toEdge(
  { parent, child, refersTo, columns }: Relationship,
  index: number,
): ElkExtendedEdge {
  return {
    id: `edge ${index}`,
    sources: [portId(parent, 'from', refersTo[0])],
    targets: [portId(child, 'to', columns[0])],
  };
}

/** Lines leave a table on the right at the key, and arrive on the left at the column that refers to it. */
export function toNode(box: EntityBox, relationships: readonly Relationship[]): ElkNode {
  const { id } = box.entity;
  const middleOf = (column: string | undefined) =>
    box.columns.find(({ content }) => content.name === column)?.middle ?? headerHeight / 2;
  const port = (side: 'from' | 'to', column: string | undefined): ElkPort => ({
    id: portId(id, side, column),
    x: side === 'from' ? box.width : 0,
    y: middleOf(column),
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side === 'from' ? 'EAST' : 'WEST' },
  });
  const ports = [
    ...relationships
      .filter(({ parent }) => parent === id)
      .map((key) => port('from', key.refersTo[0])),
    ...relationships.filter(({ child }) => child === id).map((key) => port('to', key.columns[0])),
  ];
  return {
    id,
    width: box.width,
    height: box.height,
    ports: [...new Map(ports.map((one) => [one.id, one])).values()],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}
