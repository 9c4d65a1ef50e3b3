/** The bars and lines themselves. */
import { LinePath } from '@visx/shape';
import type { BandScale, LinearScale } from './axes.tsx';
import { drawBars } from './bar-path.ts';
import { stackSeries, type Series } from './series.ts';

interface SeriesShapesProps {
  series: readonly Series[];
  x: BandScale;
  y: LinearScale;
}

/** Bars first, lines over them. A click on what can be picked narrows the dashboard to it. */
export function SeriesShapes({ series, x, y }: SeriesShapesProps) {
  const stacks = stackSeries(series);
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  return (
    <>
      {series.map(({ key, color, pick }) => {
        const extents = stacks.get(key);
        if (extents === undefined) return null;
        return (
          <path
            key={key}
            data-series={key}
            className={pick ? 'bars pickable' : 'bars'}
            fill={color}
            d={drawBars(extents, (index) => x(index) ?? 0, x.bandwidth(), y)}
            onClick={pick}
          />
        );
      })}
      {series.map(({ key, color, shape, values, dashed }) => {
        if (shape !== 'line') return null;
        const points = values.map((value, index) => ({ value, index }));
        return (
          <g key={key} data-series={key}>
            <LinePath
              data={points}
              x={({ index }) => middle(index)}
              y={({ value }) => y(value ?? 0)}
              defined={({ value }) => value !== null}
              stroke={color}
              strokeWidth={2.25}
              strokeLinejoin="round"
              strokeLinecap="round"
              {...(dashed ? { strokeDasharray: '1 5' } : {})}
            />
            {points.map(({ value, index }) =>
              value !== null && isAlone(values, index) ? (
                <circle key={index} cx={middle(index)} cy={y(value)} r={2.75} fill={color} />
              ) : null,
            )}
          </g>
        );
      })}
    </>
  );
}

/** A figure between two gaps has no line: it is a point. */
function isAlone(values: Series['values'], index: number): boolean {
  return (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
}
