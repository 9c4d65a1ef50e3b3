/** In charge of holding what an entry says about its growth against what was measured. */
import type { Growth } from './book-entry.ts';
import type { MeasuredEntry } from './measure-entry.ts';

/** How many times the pages may grow while the data grows tenfold; a few pages are noise. */
const bounds: Readonly<Record<Growth, { least: number; most: number }>> = {
  level: { least: 0, most: 1.5 },
  conversation: { least: 3, most: 15 },
  week: { least: 1.5, most: 15 },
};
/** Two indexes that get a level each, and a page that happened to be full. */
const noise = 8;

/** What an entry says, wrong: null when it is right. */
export function judgeGrowth(small: MeasuredEntry, large: MeasuredEntry): string | null {
  const { least, most } = bounds[large.entry.growth];
  const grown = large.pages / small.pages;
  if (large.pages <= small.pages * most + noise && grown >= least) return null;
  return (
    `${large.entry.name} says "${large.entry.growth}", but touched ${small.pages} pages, ` +
    `and ${large.pages} of ten times the data`
  );
}
