/** How serious the messages are: emergencies on a lane of their own, so that few are seen among many. */
import type { Answers } from '../api/contract.ts';
import { Legend } from '../charts/legend.tsx';
import { SeriesTable } from '../charts/series-table.tsx';
import type { Series } from '../charts/series.ts';
import { TimeChart } from '../charts/time-chart.tsx';
import { count, formatCount, formatShare, formatShort } from '../format/format-number.ts';
import { triageNames } from '../state/view.ts';
import { changeView } from '../state/view-store.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { triageLabels } from './triage-labels.ts';

/** A click on a category narrows the dashboard to it. */
export function TriageCard() {
  return (
    <AnalyticsCard
      name="triage"
      title="Triage"
      isEmpty={({ buckets }) => countTurns(buckets) === 0}
      remark={({ buckets }) => {
        const emergencies = buckets.reduce((sum, { emergency }) => sum + emergency, 0);
        const share = formatShare(emergencies, countTurns(buckets));
        return emergencies === 0 ? (
          'No emergencies'
        ) : (
          <b className="danger">{`${count(emergencies, 'emergency', 'emergencies')}, ${share} of the turns`}</b>
        );
      }}
    >
      {({ bucket, timezone, asOf, buckets }, asTable) => {
        const series = triageSeries(buckets);
        const chart = {
          spans: buckets,
          bucket,
          timezone,
          asOf,
          format: formatCount,
          formatAxis: formatShort,
        };
        if (asTable) return <SeriesTable {...chart} label="Turns by category" series={series} />;
        const shown = series.filter(({ values }) => values.some(Boolean));
        const isUrgent = ({ key }: Series) => key === 'emergency';
        const others = shown.filter((each) => !isUrgent(each));
        return (
          <>
            <Legend series={shown} format={formatShort} />
            {shown.some(isUrgent) && (
              <TimeChart
                {...chart}
                label="Emergencies"
                series={shown.filter(isUrgent)}
                height={70}
                hasTimes={others.length === 0}
              />
            )}
            {others.length > 0 && (
              <TimeChart {...chart} label="Other turns by category" series={others} height={150} />
            )}
          </>
        );
      }}
    </AnalyticsCard>
  );
}

type Buckets = Answers['triage']['buckets'];

function countTurns(buckets: Buckets): number {
  return buckets.reduce(
    (sum, bucket) => sum + triageNames.reduce((all, name) => all + bucket[name], 0),
    0,
  );
}

function triageSeries(buckets: Buckets): Series[] {
  return triageNames.map((name) => ({
    key: name,
    label: triageLabels[name],
    color: `var(--triage-${name})`,
    shape: 'bar',
    values: buckets.map((bucket) => bucket[name]),
    pick: () => changeView({ triage: name }),
  }));
}
