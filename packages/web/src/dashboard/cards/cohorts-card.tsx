/** Of the sessions of a week, how many still spoke in the weeks after. */
import type { Cohort } from '../api/contract.ts';
import { formatCount, formatShare } from '../format/format-number.ts';
import { formatDay } from '../format/format-time.ts';
import { AnalyticsCard } from './analytics-card.tsx';

/** As many weeks as are read at a glance; the CSV has all of them. */
const ROWS = 10;
const COLUMNS = 8;

/** A table from the start: the share in each cell, and its ground the darker the higher it is. */
export function CohortsCard() {
  return (
    <AnalyticsCard
      name="retention"
      title="Sessions that come back"
      hasTable={false}
      remark={() => 'By the week they began in (Monday, UTC)'}
      csv={({ cohorts }) =>
        cohorts.flatMap(({ week, size, active }) =>
          active.map((sessions, weeksAfter) => ({ week, size, weeksAfter, sessions })),
        )
      }
      isEmpty={({ cohorts }) => cohorts.length === 0}
    >
      {({ cohorts }) => {
        const shown = cohorts.slice(-ROWS).reverse();
        const columns = Math.min(COLUMNS, Math.max(...shown.map(({ active }) => active.length)));
        const weeks = Array.from({ length: Math.max(0, columns - 1) }, (_, index) => index + 1);
        return (
          <div className="table-frame" tabIndex={0} role="region" aria-label="Table of weeks">
            <table className="cohorts">
              <thead>
                <tr>
                  <th scope="col">Week from</th>
                  <th scope="col" className="figure">
                    Sessions
                  </th>
                  {weeks.map((week) => (
                    <th key={week} scope="col" className="figure">
                      <abbr title={`${week} weeks later`}>+{week} wk</abbr>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((cohort) => (
                  <CohortRow key={cohort.week} cohort={cohort} weeks={weeks} />
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </AnalyticsCard>
  );
}

function CohortRow({ cohort, weeks }: { cohort: Cohort; weeks: readonly number[] }) {
  const { week, size, active } = cohort;
  return (
    <tr>
      <th scope="row">{formatDay(week)}</th>
      <td className="figure">{formatCount(size)}</td>
      {weeks.map((after) => {
        const still = active[after];
        if (still === undefined) return <td key={after} />;
        const heat = size === 0 ? 0 : Math.round((100 * still) / size);
        return (
          <td
            key={after}
            className="figure heat"
            title={`${formatCount(still)} of ${formatCount(size)}`}
            style={{ '--heat': `${Math.min(60, heat * 2)}%` } as React.CSSProperties}
          >
            {formatShare(still, size)}
          </td>
        );
      })}
    </tr>
  );
}
