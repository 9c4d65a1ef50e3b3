/** In charge of removing a budget: calls `catb.remove_budget`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { BudgetPeriod } from '../rows.generated.ts';

const statement: Statement = {
  name: 'remove_budget',
  text: 'select catb.remove_budget($1) as "wasThere"',
  doing: 'remove a budget',
};

/**
 * Removes the budget of a day or a month.
 *
 * @param database as the owner
 * @returns false when there was none
 */
export async function removeBudget(database: Database, period: BudgetPeriod): Promise<boolean> {
  return (await runForRow<{ wasThere: boolean }>(database, statement, [period])).wasThere;
}
