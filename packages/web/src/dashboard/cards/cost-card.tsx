/** What the models cost. */
import { count } from '../format/format-number.ts';
import { formatUsd, formatUsdShort, sumUsd } from '../format/format-money.ts';
import { changeView } from '../state/view-store.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { costSeries } from './cost-series.ts';
import { TimeFigure } from './time-figure.tsx';

/** Bars of each model on each other; a click on one narrows the dashboard to it. */
export function CostCard() {
  return (
    <AnalyticsCard
      name="cost"
      title="Cost by model"
      wide
      isEmpty={({ buckets }) => buckets.every(({ models }) => models.length === 0)}
      remark={({ totalUsd, buckets }) => {
        const models = buckets.flatMap((bucket) => bucket.models);
        const saved = sumUsd(models.map(({ savedUsd }) => savedUsd));
        const unknown = models.reduce((sum, { unknownCalls }) => sum + unknownCalls, 0);
        return (
          <>
            <b>{formatUsd(totalUsd)}</b>
            {saved > 0 && ` · ${formatUsd(saved)} saved by caching`}
            {unknown > 0 && (
              <span className="warning">
                {` · ${count(unknown, 'call has', 'calls have')} no known price and ${unknown === 1 ? 'is' : 'are'} not in it`}
              </span>
            )}
          </>
        );
      }}
    >
      {({ bucket, timezone, asOf, buckets }, asTable) => (
        <TimeFigure
          label="Cost by model"
          spans={buckets}
          series={costSeries({ buckets }, (model) => changeView({ model }))}
          format={formatUsd}
          formatAxis={formatUsdShort}
          formatTotal={formatUsd}
          totalLabel="All of it"
          height={260}
          {...{ bucket, timezone, asOf, asTable }}
        />
      )}
    </AnalyticsCard>
  );
}
