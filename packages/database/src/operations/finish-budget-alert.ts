/** In charge of how telling somebody of a budget went: calls `catb.finish_budget_alert`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { BudgetAlert } from './claim-budget-alert.ts';

const statement: Statement = {
  name: 'finish_budget_alert',
  text: 'select catb.finish_budget_alert($1, $2, $3) as "isKept"',
  doing: 'note that somebody was told of a budget',
};

/**
 * Notes that the alert has reached its receiver, or that it has to be tried again after a pause that
 * doubles from 10 seconds to an hour.
 *
 * @returns false when the claim was lost meanwhile
 */
export async function finishBudgetAlert(
  database: Database,
  { id, claimId }: Pick<BudgetAlert, 'id' | 'claimId'>,
  isDelivered: boolean,
): Promise<boolean> {
  const values = [id, claimId, isDelivered];
  return (await runForRow<{ isKept: boolean }>(database, statement, values)).isKept;
}
