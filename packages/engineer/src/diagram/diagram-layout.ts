/** In charge of what a layout is: every part of a diagram with its place. */
import type { Relationship } from './entity-diagram.ts';
import type { EntityBox } from './measure-entity.ts';

export interface Point {
  x: number;
  y: number;
}

export interface PlacedBox extends Point {
  box: EntityBox;
}

export interface PlacedGroup extends Point {
  schema: string;
  width: number;
  height: number;
}

export interface PlacedRelationship {
  relationship: Relationship;
  /** From the parent to the child, corners included. */
  points: Point[];
}

/** Everything by its place from the top left, in pixels. */
export interface DiagramLayout {
  width: number;
  height: number;
  groups: PlacedGroup[];
  boxes: PlacedBox[];
  relationships: PlacedRelationship[];
}
