/** What a chart over time draws, and how the bars of a bucket stand on each other. */

/**
 * One line of figures, one value for each bucket; null is a gap. `bar` stands on the bars before
 * it, `bar-below` hangs under the axis. `pick` narrows the dashboard to the series.
 */
export interface Series {
  key: string;
  label: string;
  /** A CSS colour. */
  color: string;
  shape: 'bar' | 'bar-below' | 'line';
  values: readonly (number | null)[];
  /** Said in the legend in place of the total. */
  totalText?: string;
  /** Drawn with dashes, so that lines differ without their colour. */
  dashed?: boolean;
  pick?: (() => void) | undefined;
}

/** The two ends of a bar, in the unit of the figures. */
export type Extent = readonly [low: number, high: number];

/** For each series its bars, bucket by bucket; lines have none. */
export function stackSeries(series: readonly Series[]): Map<string, Extent[]> {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const tops = new Array<number>(length).fill(0);
  const bottoms = new Array<number>(length).fill(0);
  const stacks = new Map<string, Extent[]>();
  for (const { key, shape, values } of series) {
    if (shape === 'line') continue;
    const isBelow = shape === 'bar-below';
    const ends = isBelow ? bottoms : tops;
    stacks.set(
      key,
      values.map((value, index) => {
        const start = ends[index] ?? 0;
        const end = isBelow ? start - (value ?? 0) : start + (value ?? 0);
        ends[index] = end;
        return [Math.min(start, end), Math.max(start, end)];
      }),
    );
  }
  return stacks;
}

/** The lowest and the highest that has to fit, 0 included. */
export function findExtent(series: readonly Series[]): Extent {
  let low = 0;
  let high = 0;
  for (const extents of stackSeries(series).values())
    for (const [start, end] of extents) {
      low = Math.min(low, start);
      high = Math.max(high, end);
    }
  for (const { shape, values } of series)
    if (shape === 'line') for (const value of values) high = Math.max(high, value ?? 0);
  return [low, high === 0 && low === 0 ? 1 : high];
}

/** The sum of a series. */
export function totalOf({ values }: Series): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
