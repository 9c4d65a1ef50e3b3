/** The small lines under the headline numbers, from what the cards below have asked for anyway. */
import { useAnalytics } from '../api/use-analytics.ts';
import { sumUsd } from '../format/format-money.ts';
import type { Trends } from './headline-tiles.tsx';

/** What has not arrived is not drawn. */
export function useTrends(): Trends {
  const usage = useAnalytics('usage').data?.buckets;
  const cost = useAnalytics('cost').data?.buckets;
  const triage = useAnalytics('triage').data?.buckets;
  const latency = useAnalytics('latency').data?.buckets;
  const feedback = useAnalytics('feedback').data?.buckets;
  return {
    emergencies: triage?.map(({ emergency }) => emergency),
    turns: usage?.map(({ turns }) => turns),
    whole: usage?.map((bucket) => {
      const { answersComplete, answersAborted, answersFailed, answersUnfinished } = bucket;
      const rest = answersAborted + answersFailed + answersUnfinished;
      return shareOf(answersComplete, answersComplete + rest);
    }),
    cost: cost?.map(({ models }) => sumUsd(models.map(({ costUsd }) => costUsd))),
    p95: latency?.map(({ p95Ms }) => p95Ms),
    helpful: feedback?.map(({ ratedUp, ratedDown }) => shareOf(ratedUp, ratedUp + ratedDown)),
  };
}

function shareOf(part: number, all: number): number | null {
  return all === 0 ? null : part / all;
}
