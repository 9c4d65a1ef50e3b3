/** In charge of how budgets stand: calls `catb.analytics_budgets`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { BudgetAction, BudgetPeriod } from '../rows.generated.ts';

/** A budget, and what was spent of it in the period that is on. Sums are decimal strings. */
export interface BudgetStanding {
  period: BudgetPeriod;
  limitUsd: string;
  /** IANA name. */
  timezone: string;
  atLimit: BudgetAction;
  /** Midnight in the zone. */
  periodStart: Date;
  /** The first moment of the next period. */
  periodEnd: Date;
  spentUsd: string;
  /** Of the limit; 1 is all of it, and more is possible. */
  share: number;
  /** Calls of the period whose cost is unknown: the budget does not see them. */
  unknownCalls: number;
}

const statement: Statement = {
  name: 'analytics_budgets',
  text: `select period, limit_usd::text as "limitUsd", timezone, at_limit as "atLimit",
                period_start as "periodStart", period_end as "periodEnd", spent_usd::text as "spentUsd",
                share::double precision as share, unknown_calls::double precision as "unknownCalls"
         from catb.analytics_budgets()`,
  doing: 'read the budgets',
};

/** Every budget that is set, the day's first. */
export function analyticsBudgets(database: Database): Promise<BudgetStanding[]> {
  return runStatement<BudgetStanding>(database, statement, []);
}
