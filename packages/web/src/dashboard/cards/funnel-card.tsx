/** How far the sessions came that were created in the range. */
import type { Funnel } from '../api/contract.ts';
import { formatCount, formatShare } from '../format/format-number.ts';
import { AnalyticsCard } from './analytics-card.tsx';

const steps = [
  { key: 'created', label: 'Opened a session' },
  { key: 'spoke', label: 'Said something' },
  { key: 'answered', label: 'Got a whole answer' },
  { key: 'cameBack', label: 'Asked again' },
  { key: 'rated', label: 'Rated an answer' },
] as const satisfies { key: keyof Funnel; label: string }[];

/** Each step beside the first. It is a list, so it needs no table. */
export function FunnelCard() {
  return (
    <AnalyticsCard
      name="retention"
      title="From opening to rating"
      hasTable={false}
      remark={() => 'Sessions created on these days, in UTC'}
      csv={({ funnel }) => steps.map(({ key, label }) => ({ step: label, sessions: funnel[key] }))}
      isEmpty={({ funnel }) => funnel.created === 0}
    >
      {({ funnel }) => (
        <ol className="funnel">
          {steps.map(({ key, label }) => (
            <li key={key}>
              <span>{label}</span>
              <b>{formatCount(funnel[key])}</b>
              <span className="share">{formatShare(funnel[key], funnel.created)}</span>
              <span className="track" aria-hidden="true">
                <span style={{ width: `${(100 * funnel[key]) / funnel.created}%` }} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </AnalyticsCard>
  );
}
