/** In charge of what a webhook is told of a budget: sums and dates, nothing about a person, no links. */
import type { BudgetAlert } from '@catb/database';

/** The body, once it is JSON. `text` is what Slack and its like show. */
export interface BudgetAlertBody {
  /** The same at every attempt to deliver it. */
  id: string;
  type: 'budget_alert';
  text: string;
  period: BudgetAlert['period'];
  /** ISO 8601. */
  periodStart: string;
  periodEnd: string;
  timezone: string;
  /** Percent of the limit. */
  threshold: BudgetAlert['threshold'];
  /** US dollars, as decimal strings. */
  limitUsd: string;
  spentUsd: string;
  unknownCalls: number;
  atLimit: BudgetAlert['atLimit'];
  noticedAt: string;
}

const consequences = {
  warn: 'Nothing stops: the model goes on answering.',
  'offline-guide': 'The offline guide answers from now on, without the model.',
  refuse: 'Messages are refused from now on; emergencies are answered by the offline guide.',
};

/** The body for an alert. */
export function describeBudgetAlert(alert: BudgetAlert): BudgetAlertBody {
  const { id, period, timezone, threshold, limitUsd, spentUsd, unknownCalls, atLimit } = alert;
  return {
    id,
    type: 'budget_alert',
    text: toText(alert),
    period,
    periodStart: alert.periodStart.toISOString(),
    periodEnd: alert.periodEnd.toISOString(),
    timezone,
    threshold,
    limitUsd,
    spentUsd,
    unknownCalls,
    atLimit,
    noticedAt: alert.noticedAt.toISOString(),
  };
}

function toText(alert: BudgetAlert): string {
  const { period, timezone, threshold, limitUsd, spentUsd, unknownCalls, atLimit } = alert;
  const since = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
  return [
    `catb: ${threshold} % of the budget of the ${period} that began on ${since.format(alert.periodStart)} (${timezone}) ` +
      `are spent: ${spentUsd} of ${limitUsd} US dollars.`,
    threshold === 100 ? consequences[atLimit] : '',
    unknownCalls === 0
      ? ''
      : `Calls whose cost is unknown, which the budget does not see: ${unknownCalls}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
