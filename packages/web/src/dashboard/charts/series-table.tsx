/** A chart as a table, with the exact figures. */
import { nameSpan } from './name-span.ts';
import type { TimeChartProps } from './time-chart-props.ts';

/** The newest bucket first; it scrolls by itself. */
export function SeriesTable(chart: TimeChartProps) {
  const { label, spans, series, format } = chart;
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
                <th scope="row">{nameSpan(span, chart)}</th>
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
