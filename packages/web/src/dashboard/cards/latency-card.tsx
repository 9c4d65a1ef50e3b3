/** How long people wait. */
import { useState } from 'react';
import type { LatencyBucket } from '../api/contract.ts';
import type { Series } from '../charts/series.ts';
import { formatMs, formatMsShort } from '../format/format-duration.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { TimeFigure } from './time-figure.tsx';

const lines = {
  answer: ['p50Ms', 'p95Ms', 'p99Ms'],
  firstWords: ['firstTokenP50Ms', 'firstTokenP95Ms', 'firstTokenP99Ms'],
} as const satisfies Record<string, (keyof LatencyBucket)[]>;

const looks = [
  { label: 'Half within (p50)', color: 'var(--series-1)' },
  { label: '95% within (p95)', color: 'var(--series-5)' },
  { label: '99% within (p99)', color: 'var(--series-4)', dashed: true },
];

/** Percentiles of the whole answer, or of its first words. */
export function LatencyCard() {
  const [until, setUntil] = useState<keyof typeof lines>('answer');
  return (
    <AnalyticsCard
      name="latency"
      title="Waiting time"
      remark={() => 'Of replies, at most 4% off'}
      isEmpty={({ buckets }) => buckets.every(({ calls }) => calls === 0)}
    >
      {({ bucket, timezone, asOf, buckets }, asTable) => (
        <>
          <div className="segments small" role="group" aria-label="Waiting time until">
            <Choice chosen={until === 'answer'} onChoose={() => setUntil('answer')}>
              Whole answer
            </Choice>
            <Choice chosen={until === 'firstWords'} onChoose={() => setUntil('firstWords')}>
              First words
            </Choice>
          </div>
          <TimeFigure
            label={until === 'answer' ? 'Time to the whole answer' : 'Time to the first words'}
            spans={buckets}
            series={lines[until].map((key, index): Series => ({
              key,
              shape: 'line',
              label: key,
              color: '',
              ...looks[index],
              values: buckets.map((each) => each[key]),
            }))}
            format={formatMs}
            formatAxis={formatMsShort}
            {...{ bucket, timezone, asOf, asTable }}
          />
        </>
      )}
    </AnalyticsCard>
  );
}

interface ChoiceProps {
  chosen: boolean;
  onChoose: () => void;
  children: string;
}

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}
