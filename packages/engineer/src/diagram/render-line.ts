/** In charge of the line of a foreign key, with what tells how many on either end. */
import type { PlacedRelationship, Point } from './diagram-layout.ts';
import { escapeXml } from './escape-xml.ts';

/** What an end says: `|` one, `o|` none or one, `o<` none or more. */
export type LineEnd = 'one' | 'zero or one' | 'zero or more';

const corner = 6;

/** Solid where the key is part of the child's own key, dashed where it is not. */
export function renderLine({ relationship, points }: PlacedRelationship): string {
  const [first, second] = points;
  const [last, before] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !before) return '';
  const { parent, child, columns, refersTo, identifying, parents, children } = relationship;
  const tooltip = `${child} (${columns.join(', ')}) refers to ${parent} (${refersTo.join(', ')})`;
  const dashed = identifying ? '' : ' stroke-dasharray="5 4"';
  return (
    `<g><title>${escapeXml(tooltip)}</title>` +
    `<path class="line" d="${roundCorners(points)}"${dashed}/>` +
    renderEnd(first, second, parents) +
    renderEnd(last, before, children) +
    '</g>'
  );
}

/** @param at where the line meets the table; @param towards where it comes from */
export function renderEnd(at: Point, towards: Point, end: LineEnd): string {
  const turn = Math.round((Math.atan2(towards.y - at.y, towards.x - at.x) * 180) / Math.PI);
  const foot = end === 'zero or more' ? 'M0 -5L11 0L0 5' : 'M7 -5V5';
  const second = end === 'one' ? 'M11 -5V5' : '';
  const ring = end === 'one' ? '' : '<circle class="end" cx="15" cy="0" r="4"/>';
  return `<g transform="translate(${at.x} ${at.y}) rotate(${turn})"><path class="line" d="${foot}${second}"/>${ring}</g>`;
}

function roundCorners(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  const path = [`M${start.x} ${start.y}`];
  let from = start;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) path.push(`L${point.x} ${point.y}`);
    else {
      const entry = towards(point, from);
      const exit = towards(point, next);
      path.push(`L${entry.x} ${entry.y}Q${point.x} ${point.y} ${exit.x} ${exit.y}`);
    }
    from = point;
  });
  return path.join('');
}

/** A few pixels from one point towards another, at most half way. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(corner, length / 2) / length;
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}
