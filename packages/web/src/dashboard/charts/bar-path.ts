/** All bars of a series as one path: a year of hours is one element, not two thousand. */
import type { Extent } from './series.ts';

/**
 * @param left - Of a bucket, in pixels.
 * @param y - Of a figure, in pixels.
 * @returns The `d` of the path; bars of no height are left out.
 */
export function drawBars(
  extents: readonly Extent[],
  left: (index: number) => number,
  width: number,
  y: (figure: number) => number,
): string {
  const parts: string[] = [];
  for (const [index, [low, high]] of extents.entries()) {
    if (low === high) continue;
    const top = y(high);
    // What is there can be seen, however little it is.
    const height = Math.max(1, y(low) - top);
    parts.push(
      `M${round(left(index))} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z`,
    );
  }
  return parts.join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
