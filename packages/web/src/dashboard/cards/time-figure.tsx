/** A chart over time with its legend, or the same as a table. */
import { Legend } from '../charts/legend.tsx';
import { SeriesTable } from '../charts/series-table.tsx';
import { TimeChart } from '../charts/time-chart.tsx';
import type { TimeChartProps } from '../charts/time-chart-props.ts';

interface TimeFigureProps extends TimeChartProps {
  asTable: boolean;
  /** How the totals in the legend are written; left out, there are none. */
  formatTotal?: (value: number) => string;
}

/** Legend above, chart below. */
export function TimeFigure({ asTable, formatTotal, ...chart }: TimeFigureProps) {
  if (asTable) return <SeriesTable {...chart} />;
  return (
    <>
      <Legend series={chart.series} {...(formatTotal ? { format: formatTotal } : {})} />
      <TimeChart {...chart} />
    </>
  );
}
