/** How much is asked, and how the answers ended. */
import type { UsageBucket } from '../api/contract.ts';
import { totalOf, type Series } from '../charts/series.ts';
import { count, formatCount, formatShort } from '../format/format-number.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { TimeFigure } from './time-figure.tsx';

const outcomes = [
  { key: 'answersComplete', label: 'Answered', color: 'var(--series-1)' },
  { key: 'answersAborted', label: 'Broken off', color: 'var(--series-5)' },
  { key: 'answersUnfinished', label: 'Unfinished', color: 'var(--series-rest)' },
  { key: 'answersFailed', label: 'Failed', color: 'var(--failed)' },
] as const satisfies { key: keyof UsageBucket; label: string; color: string }[];

/** Bars by outcome, and a line of the new sessions. */
export function UsageCard() {
  return (
    <AnalyticsCard
      name="usage"
      title="Usage"
      isEmpty={({ buckets }) => buckets.every(({ turns, sessions }) => turns + sessions === 0)}
      remark={({ buckets }) => {
        const sum = (key: 'turns' | 'sessions' | 'answersTruncated') =>
          buckets.reduce((total, bucket) => total + bucket[key], 0);
        const cut = sum('answersTruncated');
        return `${count(sum('turns'), 'turn')} · ${count(sum('sessions'), 'new session')}${
          cut > 0 ? ` · ${count(cut, 'answer')} cut at the limit` : ''
        }`;
      }}
    >
      {({ bucket, timezone, asOf, buckets }, asTable) => (
        <TimeFigure
          label="Answers by how they ended, and new sessions"
          spans={buckets}
          series={usageSeries(buckets)}
          format={formatCount}
          formatAxis={formatShort}
          formatTotal={formatShort}
          totalLabel="Answers"
          {...{ bucket, timezone, asOf, asTable }}
        />
      )}
    </AnalyticsCard>
  );
}

function usageSeries(buckets: readonly UsageBucket[]): Series[] {
  return [
    ...outcomes
      .map(({ key, ...look }): Series => ({
        ...look,
        key,
        shape: 'bar',
        values: buckets.map((bucket) => bucket[key]),
      }))
      // The legend names what there is.
      .filter((series) => series.key === 'answersComplete' || totalOf(series) > 0),
    {
      key: 'sessions',
      label: 'New sessions',
      color: 'var(--ink)',
      shape: 'line',
      values: buckets.map(({ sessions }) => sessions),
    },
  ];
}
