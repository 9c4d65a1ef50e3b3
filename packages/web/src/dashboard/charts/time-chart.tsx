/** Figures over time: stacked bars and lines, an axis of the view's time zone, and what is pointed at. */
import { scaleBand, scaleLinear } from '@visx/scale';
import type { Span } from '../api/contract.ts';
import { Axes } from './axes.tsx';
import { isRunning, nameSpan } from './name-span.ts';
import { Readout } from './readout.tsx';
import { SeriesShapes } from './series-shapes.tsx';
import { findExtent, type Series } from './series.ts';
import type { TimeChartProps } from './time-chart-props.ts';
import { useCursor } from './use-cursor.ts';
import { useWidth } from './use-width.ts';

const margin = { top: 10, right: 4, bottom: 26, left: 46 };

/** The chart. The arrow keys move through its buckets. */
export function TimeChart(props: TimeChartProps) {
  const {
    label,
    spans,
    series,
    bucket,
    timezone,
    asOf,
    format,
    formatAxis,
    height = 220,
    hasTimes = true,
  } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const inner = {
    width: Math.max(0, width - margin.left - margin.right),
    height: height - margin.top - (hasTimes ? margin.bottom : 6),
  };
  const x = scaleBand({
    domain: spans.map((_, index) => index),
    range: [0, inner.width],
    paddingInner: spans.length > 120 ? 0 : 0.24,
    paddingOuter: 0.1,
  });
  const y = scaleLinear({ domain: [...findExtent(series)], range: [inner.height, 0], nice: 3 });
  const step = spans.length === 0 ? 1 : inner.width / spans.length;
  const cursor = useCursor(spans.length, margin.left, step);
  const { index } = cursor;
  const isUnfinished = isRunning(spans.at(-1), asOf);
  return (
    <div
      ref={frame}
      className="chart"
      role="group"
      aria-roledescription="chart"
      aria-label={`${label}. The arrow keys read it, one ${bucket} at a time.`}
      tabIndex={0}
      {...cursor.on}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true" focusable="false">
          <g transform={`translate(${margin.left} ${margin.top})`}>
            <Axes {...{ x, y, spans, bucket, timezone, formatAxis, step, hasTimes, size: inner }} />
            {index !== null && (
              <rect className="cursor" x={index * step} width={step} height={inner.height} />
            )}
            <SeriesShapes {...{ series, x, y }} />
            {isUnfinished && (
              <rect
                className="unfinished"
                x={(spans.length - 1) * step}
                width={step}
                height={inner.height}
              />
            )}
          </g>
        </svg>
      )}
      {index !== null && (
        <Readout {...props} index={index} left={margin.left + (index + 0.5) * step} frame={width} />
      )}
      <p className="hidden" aria-live="polite">
        {cursor.byKey && index !== null && describe(series, spans, index, format, props)}
      </p>
    </div>
  );
}

function describe(
  series: readonly Series[],
  spans: readonly Span[],
  index: number,
  format: (value: number) => string,
  props: Pick<TimeChartProps, 'bucket' | 'timezone' | 'asOf'>,
): string {
  const span = spans[index];
  if (span === undefined) return '';
  const figures = series.map(({ label, values }) => {
    const value = values[index] ?? null;
    return `${label} ${value === null ? 'none' : format(value)}`;
  });
  return `${nameSpan(span, props)}: ${figures.join(', ')}`;
}
