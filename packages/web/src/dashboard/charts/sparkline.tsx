/** A small line without axes: only whether it rises or falls. */
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';

const width = 100;
const height = 28;

/** Stretched to where it stands. It is an ornament: the figures are in the chart below. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  if (values.filter((value) => value !== null).length < 2) return null;
  const x = scaleLinear({ domain: [0, values.length - 1], range: [0, width] });
  const y = scaleLinear({
    domain: [0, Math.max(1e-9, ...values.map((value) => value ?? 0))],
    range: [height - 1, 2],
  });
  const points = values.map((value, index) => ({ value, index }));
  const isKnown = ({ value }: { value: number | null }) => value !== null;
  const place = {
    x: (p: { index: number }) => x(p.index),
    y: (p: { value: number | null }) => y(p.value ?? 0),
    defined: isKnown,
  };
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <AreaClosed data={points} {...place} yScale={y} className="spark-area" />
      <LinePath data={points} {...place} className="spark-line" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
