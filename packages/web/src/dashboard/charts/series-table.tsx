/** A chart as a table, with the exact figures. */
import { formatSpan } from '../format/format-time.ts';
import type { TimeChartProps } from './time-chart.tsx';

/** The newest bucket first; it scrolls by itself. */
export function SeriesTable({ label, spans, series, bucket, timezone, format }: TimeChartProps) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={`${label}, as a table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {series.map(({ key, label: name }) => (
              <th key={key} scope="col" className="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans
            .map((span, index) => (
              <tr key={span.start}>
                <th scope="row">{formatSpan(span, bucket, timezone)}</th>
                {series.map(({ key, values }) => (
                  <td key={key} className="figure">
                    {values[index] == null ? '–' : format(values[index])}
                  </td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </div>
  );
}
