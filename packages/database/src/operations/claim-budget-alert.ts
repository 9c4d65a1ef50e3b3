/** In charge of which budgets somebody has to be told of: calls `catb.claim_budget_alert`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { BudgetAction, BudgetPeriod } from '../rows.generated.ts';

/** That a budget has reached 80 % or 100 %, to be told by whoever holds the claim. */
export interface BudgetAlert {
  /** The same at every attempt: a receiver drops duplicates by it. */
  id: string;
  claimId: string;
  period: BudgetPeriod;
  periodStart: Date;
  periodEnd: Date;
  /** Percent of the limit. */
  threshold: 80 | 100;
  limitUsd: string;
  /** When it was noticed. */
  spentUsd: string;
  unknownCalls: number;
  timezone: string;
  atLimit: BudgetAction;
  noticedAt: Date;
  /** This one included. */
  attempts: number;
}

const statement: Statement = {
  name: 'claim_budget_alert',
  text: `select id, claim_id as "claimId", period, period_start as "periodStart", period_end as "periodEnd",
                threshold, limit_usd::text as "limitUsd", spent_usd::text as "spentUsd",
                unknown_calls::double precision as "unknownCalls", timezone, at_limit as "atLimit",
                noticed_at as "noticedAt", attempts
         from catb.claim_budget_alert()`,
  doing: 'look for budgets to tell of',
};

/**
 * Notices what was reached, and claims the oldest alert that nobody was told of, for a minute.
 *
 * @returns null when there is none, or others are telling them
 */
export async function claimBudgetAlert(database: Database): Promise<BudgetAlert | null> {
  const row = await runForRow<{ id: string | null }>(database, statement, []);
  return row.id === null ? null : (row as BudgetAlert);
}
