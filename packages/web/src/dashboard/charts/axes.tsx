/** The grid, the figures at its left and the buckets below it. */
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import type { ScaleTypeToD3Scale } from '@visx/scale';
import type { Bucket, Span } from '../api/contract.ts';
import { formatTick } from '../format/format-time.ts';
import { chooseTicks } from './choose-ticks.ts';

export type BandScale = ScaleTypeToD3Scale<number, number>['band'];
export type LinearScale = ScaleTypeToD3Scale<number>['linear'];

interface AxesProps {
  x: BandScale;
  y: LinearScale;
  spans: readonly Span[];
  bucket: Bucket;
  timezone: string;
  formatAxis: (value: number) => string;
  hasTimes: boolean;
  /** Pixels from one bucket to the next. */
  step: number;
  size: { width: number; height: number };
}

/** Pixels that a name under the axis needs. */
const ROOM = 58;

/** Behind the figures. A negative figure hangs below zero and is written without its sign. */
export function Axes({
  x,
  y,
  spans,
  bucket,
  timezone,
  formatAxis,
  step,
  hasTimes,
  size,
}: AxesProps) {
  const rows = y.ticks(size.height < 100 ? 2 : 4);
  return (
    <g className="axes">
      <GridRows scale={y} width={size.width} tickValues={rows} stroke="var(--grid)" />
      <AxisLeft
        scale={y}
        tickValues={rows}
        hideAxisLine
        hideTicks
        tickFormat={(value) => formatAxis(Math.abs(Number(value)))}
        tickLabelProps={{ className: 'tick', textAnchor: 'end', dx: -2, dy: 4 }}
      />
      <AxisBottom
        scale={x}
        top={size.height}
        tickValues={hasTimes ? chooseTicks(spans.length, step, ROOM) : []}
        hideTicks
        stroke="var(--line)"
        tickFormat={(index) => {
          const span = spans[index];
          return span === undefined ? '' : formatTick(span, bucket, timezone);
        }}
        tickLabelProps={{ className: 'tick', textAnchor: 'middle', dy: 2 }}
      />
    </g>
  );
}
