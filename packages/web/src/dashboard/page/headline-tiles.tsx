/** Which headline numbers there are, and what is said of each. */
import type { ComponentProps } from 'react';
import type { Headline, Summary } from '../api/contract.ts';
import { describeChange, describeShareChange } from '../format/describe-change.ts';
import { formatMs } from '../format/format-duration.ts';
import { formatUsd } from '../format/format-money.ts';
import { count, formatCount, formatShare, formatShort } from '../format/format-number.ts';
import type { HeadlineTile } from './headline-tile.tsx';

type Tile = ComponentProps<typeof HeadlineTile>;

/** What the small lines are drawn from, where it has arrived. */
export type Trends = Partial<
  Record<
    'emergencies' | 'turns' | 'whole' | 'cost' | 'p95' | 'helpful',
    (number | null)[] | undefined
  >
>;

/** In the order in which they are read. */
export function headlineTiles({ current, previous }: Summary, trends: Trends): Tile[] {
  return [
    {
      label: 'Emergencies',
      value: formatCount(current.emergencies),
      change: describeChange(current.emergencies, previous.emergencies, 'less'),
      remark: `${formatShare(current.emergencies, current.turns)} of turns · ${formatCount(current.urgent)} urgent`,
      trend: trends.emergencies,
      isAlarm: current.emergencies > 0,
    },
    {
      label: 'Turns',
      value: formatShort(current.turns),
      change: describeChange(current.turns, previous.turns, 'more'),
      remark: `${count(current.sessions, 'new session')}`,
      trend: trends.turns,
    },
    {
      label: 'Answered in full',
      value: formatShare(current.answersComplete, current.answers),
      change: describeShareChange(wholeShare(current), wholeShare(previous), 'more'),
      remark: describeBroken(current),
      trend: trends.whole,
    },
    {
      label: 'Cost',
      value: formatUsd(current.costUsd),
      change: describeChange(Number(current.costUsd), Number(previous.costUsd), 'neither'),
      remark: describeCost(current),
      trend: trends.cost,
    },
    {
      label: '95% answered within',
      value: formatMs(current.latencyP95Ms),
      change:
        current.latencyP95Ms === null || previous.latencyP95Ms === null
          ? null
          : describeChange(current.latencyP95Ms, previous.latencyP95Ms, 'less', [
              'slower',
              'faster',
            ]),
      trend: trends.p95,
      remark: `half within ${formatMs(current.latencyP50Ms)} · first words ${formatMs(current.firstTokenP50Ms)}`,
    },
    {
      label: 'Found helpful',
      value: formatShare(current.ratedUp, current.ratedUp + current.ratedDown),
      change: describeShareChange(helpfulShare(current), helpfulShare(previous), 'more'),
      trend: trends.helpful,
      remark: `${formatCount(current.ratedUp)} up, ${formatCount(current.ratedDown)} down`,
    },
  ];
}

function wholeShare({ answersComplete, answers }: Headline): number | null {
  return answers === 0 ? null : answersComplete / answers;
}

function helpfulShare({ ratedUp, ratedDown }: Headline): number | null {
  return ratedUp + ratedDown === 0 ? null : ratedUp / (ratedUp + ratedDown);
}

function describeBroken({ answersFailed, answersAborted, answersUnfinished }: Headline): string {
  const parts = [
    answersFailed > 0 && `${formatCount(answersFailed)} failed`,
    answersAborted > 0 && `${formatCount(answersAborted)} broken off`,
    answersUnfinished > 0 && `${formatCount(answersUnfinished)} unfinished`,
  ].filter(Boolean);
  return parts.length === 0 ? 'none failed' : parts.join(' · ');
}

function describeCost({ costUsd, turns, savedUsd, unknownCalls }: Headline) {
  return (
    <>
      {turns > 0 && `${formatUsd(Number(costUsd) / turns)} a turn`}
      {Number(savedUsd) > 0 && ` · ${formatUsd(savedUsd)} saved`}
      {unknownCalls > 0 && (
        <span className="warning">
          {' '}
          · {count(unknownCalls, 'call has', 'calls have')} no known price
        </span>
      )}
    </>
  );
}
