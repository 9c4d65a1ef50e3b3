/** Who comes back: sessions by day. */
import type { RetentionDay } from '../api/contract.ts';
import { formatCount, formatShort } from '../format/format-number.ts';
import { formatMoment } from '../format/format-time.ts';
import { addDays } from '../state/date-range.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { TimeFigure } from './time-figure.tsx';

/** Days of UTC, from a view that is refreshed every quarter of an hour. */
export function RetentionCard() {
  return (
    <AnalyticsCard
      name="retention"
      title="Active sessions by day"
      remark={({ refreshedAt, timezone }) =>
        refreshedAt === null
          ? 'In UTC, not counted yet'
          : `In UTC, as of ${formatMoment(refreshedAt, timezone)}`
      }
      isEmpty={({ days }) => days.every(({ activeSessions }) => activeSessions === 0)}
    >
      {({ days, asOf }, asTable) => (
        <TimeFigure
          label="Active sessions by day"
          bucket="day"
          timezone="UTC"
          asOf={asOf}
          spans={days.map(({ day }) => ({ start: day, end: addDays(day, 1) }))}
          series={[
            {
              key: 'new',
              label: 'New',
              color: 'var(--series-1)',
              shape: 'bar',
              values: pick(days, 'newSessions'),
            },
            {
              key: 'returning',
              label: 'Returning',
              color: 'var(--series-2)',
              shape: 'bar',
              values: pick(days, 'returningSessions'),
            },
          ]}
          format={formatCount}
          formatAxis={formatShort}
          totalLabel="Active"
          asTable={asTable}
        />
      )}
    </AnalyticsCard>
  );
}

function pick(days: readonly RetentionDay[], key: 'newSessions' | 'returningSessions'): number[] {
  return days.map((day) => day[key]);
}
