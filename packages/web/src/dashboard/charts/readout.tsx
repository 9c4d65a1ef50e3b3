/** The figures of the bucket that is pointed at. */
import { nameSpan } from './name-span.ts';
import type { TimeChartProps } from './time-chart-props.ts';

interface ReadoutProps extends TimeChartProps {
  index: number;
  /** The middle of the bucket, and the width of the chart, in pixels. */
  left: number;
  frame: number;
}

/** Beside the bucket, on the side that has room. */
export function Readout(props: ReadoutProps) {
  const { spans, series, index, left, frame, format, totalLabel } = props;
  const span = spans[index];
  if (span === undefined) return null;
  const shown = series.filter(({ values }) => (values[index] ?? 0) !== 0 || series.length < 5);
  const bars = series.filter(({ shape }) => shape !== 'line');
  const total = bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
  const style = left > frame / 2 ? { right: frame - left + 12 } : { left: left + 12 };
  return (
    <div className="readout" style={style} aria-hidden="true">
      <strong>{nameSpan(span, props)}</strong>
      <dl>
        {shown.map(({ key, label, color, values }) => (
          <div key={key}>
            <dt>
              <span className="swatch" style={{ background: color }} />
              {label}
            </dt>
            <dd>{values[index] == null ? '–' : format(values[index])}</dd>
          </div>
        ))}
        {totalLabel !== undefined && (
          <div className="sum">
            <dt>{totalLabel}</dt>
            <dd>{format(total)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
