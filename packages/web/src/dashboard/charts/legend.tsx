/** What the colours of a chart mean. What can be picked is a button. */
import { totalOf, type Series } from './series.ts';

interface LegendProps {
  series: readonly Series[];
  /** How a total is written; left out, none is shown. */
  format?: (value: number) => string;
}

/** In the order of the series. */
export function Legend({ series, format }: LegendProps) {
  return (
    <ul className="legend">
      {series.map((each) => (
        <li key={each.key}>
          {each.pick ? (
            <button type="button" onClick={each.pick} title={`Show only ${each.label}`}>
              <Entry series={each} format={format} />
            </button>
          ) : (
            <span>
              <Entry series={each} format={format} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Entry({ series, format }: { series: Series; format: LegendProps['format'] | undefined }) {
  const shape = series.shape === 'line' ? 'swatch line' : 'swatch';
  return (
    <>
      <span
        className={series.dashed ? `${shape} dashed` : shape}
        style={series.dashed ? { borderColor: series.color } : { background: series.color }}
      />
      <span className="legend-label">{series.label}</span>
      {format && <b>{series.totalText ?? format(totalOf(series))}</b>}
    </>
  );
}
