/** What people say of the answers. */
import { count, formatCount, formatShare, formatShort } from '../format/format-number.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { TimeFigure } from './time-figure.tsx';

/** Thumbs up stand on the axis, thumbs down hang under it. */
export function FeedbackCard() {
  return (
    <AnalyticsCard
      name="feedback"
      title="Feedback"
      isEmpty={({ buckets }) =>
        buckets.every(({ ratedUp, ratedDown }) => ratedUp + ratedDown === 0)
      }
      remark={({ buckets }) => {
        const up = buckets.reduce((sum, { ratedUp }) => sum + ratedUp, 0);
        const rated = buckets.reduce((sum, { ratedDown }) => sum + ratedDown, up);
        const answers = buckets.reduce((sum, bucket) => sum + bucket.answers, 0);
        if (rated === 0) return `None of ${count(answers, 'answer')} was rated`;
        return (
          <>
            <b>{formatShare(up, rated)} helpful</b>
            {` · ${formatShare(rated, answers)} of ${count(answers, 'answer')} rated`}
          </>
        );
      }}
    >
      {({ bucket, timezone, asOf, buckets }, asTable) => (
        <TimeFigure
          label="Ratings"
          spans={buckets}
          series={[
            {
              key: 'up',
              label: 'Helpful',
              color: 'var(--series-1)',
              shape: 'bar',
              values: buckets.map(({ ratedUp }) => ratedUp),
            },
            {
              key: 'down',
              label: 'Not helpful',
              color: 'var(--series-5)',
              shape: 'bar-below',
              values: buckets.map(({ ratedDown }) => ratedDown),
            },
          ]}
          format={formatCount}
          formatAxis={formatShort}
          formatTotal={formatCount}
          {...{ bucket, timezone, asOf, asTable }}
        />
      )}
    </AnalyticsCard>
  );
}
