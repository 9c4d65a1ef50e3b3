/** How long sessions are, and how many turns it takes until a question is settled. */
import { useState } from 'react';
import type { LengthCount } from '../api/contract.ts';
import { formatCount, formatShare } from '../format/format-number.ts';
import { AnalyticsCard } from './analytics-card.tsx';

/** What can be asked; `starts` are the shortest lengths of the rows, and the last row has no end. */
const questions = {
  // A turn is two messages.
  messages: { label: 'Messages', unit: 'messages', starts: [1, 3, 5, 7, 9, 11, 21] },
  turnsToResolution: {
    label: 'Turns until settled',
    unit: 'turns',
    starts: [1, 2, 3, 4, 5, 6, 11],
  },
} as const;

/** Settled: quiet for a day after a whole answer that nobody called unhelpful. */
export function LengthsCard() {
  const [question, setQuestion] = useState<Question>('messages');
  return (
    <AnalyticsCard
      name="retention"
      title="Length of a session"
      hasTable={false}
      remark={() =>
        question === 'messages'
          ? 'Messages in a session'
          : 'Until quiet for a day after an answer not called unhelpful'
      }
      csv={({ sessionLengths }) =>
        sessionLengths[question].map(({ length, sessions }) => ({ question, length, sessions }))
      }
      isEmpty={({ sessionLengths }) => sessionLengths.messages.length === 0}
    >
      {({ sessionLengths }) => {
        const rows = foldLengths(sessionLengths[question], questions[question].starts);
        const all = rows.reduce((sum, { sessions }) => sum + sessions, 0);
        const most = Math.max(1, ...rows.map(({ sessions }) => sessions));
        return (
          <>
            <div className="segments small" role="group" aria-label="Length in">
              {(Object.keys(questions) as Question[]).map((key) => (
                <button
                  key={key}
                  type="button"
                  aria-pressed={key === question}
                  onClick={() => setQuestion(key)}
                >
                  {questions[key].label}
                </button>
              ))}
            </div>
            <ol className="funnel lengths">
              {rows.map(({ label, sessions }) => (
                <li key={label}>
                  <span>
                    {label}
                    <span className="hidden"> {questions[question].unit}</span>
                  </span>
                  <span className="track" aria-hidden="true">
                    <span style={{ width: `${(100 * sessions) / most}%` }} />
                  </span>
                  <b>{formatCount(sessions)}</b>
                  <span className="share">{formatShare(sessions, all)}</span>
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </AnalyticsCard>
  );
}

type Question = keyof typeof questions;

function foldLengths(
  counts: readonly LengthCount[],
  starts: readonly number[],
): { label: string; sessions: number }[] {
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? Infinity;
    const meant = counts.filter(({ length }) => length >= start && length < next);
    return {
      label: nameRow(start, next - 1),
      sessions: meant.reduce((sum, { sessions }) => sum + sessions, 0),
    };
  });
}

function nameRow(first: number, last: number): string {
  if (last === Infinity) return `${first} or more`;
  return first === last ? String(first) : `${first}–${last}`;
}
