/** In charge of setting a budget: calls `catb.set_budget`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { BudgetAction, BudgetPeriod } from '../rows.generated.ts';

/** A limit for every day or every month. */
export interface BudgetInput {
  period: BudgetPeriod;
  /** US dollars above zero, as a decimal string. */
  limitUsd: string;
  /** IANA name; default: what it was, or UTC. */
  timezone?: string | undefined;
  /** What happens once it is spent; default: what it was, or `warn`. */
  atLimit?: BudgetAction | undefined;
}

const statement: Statement = {
  name: 'set_budget',
  text: 'select catb.set_budget($1, $2, $3, $4)',
  doing: 'set a budget',
};

/**
 * Sets the budget of a day or a month. A new one, or one in another zone, begins with what the ledger
 * has for the period; answers that end meanwhile wait.
 *
 * @param database as the owner
 * @throws CatbError `budget_invalid`; `database_busy` when the ledger was in use for five seconds
 */
export async function setBudget(database: Database, input: BudgetInput): Promise<void> {
  await runForRow(database, statement, [
    input.period,
    input.limitUsd,
    input.timezone ?? null,
    input.atLimit ?? null,
  ]);
}
