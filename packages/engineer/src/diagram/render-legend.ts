/** In charge of the lines below a diagram that say how to read it. */
import { baseline } from './measure-entity.ts';
import { renderEnd, type LineEnd } from './render-line.ts';

export const legendHeight = 76;
export const legendWidth = 860;

const ends: readonly (readonly [LineEnd, string])[] = [
  ['one', 'exactly one'],
  ['zero or one', 'none or one'],
  ['zero or more', 'none or more'],
];

/** @param x of its left edge; @param y of its top */
export function renderLegend(x: number, y: number): string {
  const sample = ([end, text]: readonly [LineEnd, string], index: number) => {
    const left = x + index * 160;
    return (
      `<path class="line" d="M${left} ${y + 12}H${left + 34}"/>` +
      renderEnd({ x: left, y: y + 12 }, { x: left + 34, y: y + 12 }, end) +
      `<text class="faint" x="${left + 42}" y="${y + 12 + baseline}">${text}</text>`
    );
  };
  const dashed = x + 3 * 160;
  return [
    ...ends.map(sample),
    `<path class="line" stroke-dasharray="5 4" d="M${dashed} ${y + 12}H${dashed + 34}"/>`,
    `<text class="faint" x="${dashed + 42}" y="${y + 12 + baseline}">not part of its own key</text>`,
    `<text class="faint" x="${x}" y="${y + 40}">type? may be null · below the line, beside the owner: who may do what, by grants and policies</text>`,
    `<text class="faint" x="${x}" y="${y + 60}">own: the rows a policy ties to the caller · some: the rows a policy lets through · all: every row</text>`,
  ].join('');
}
