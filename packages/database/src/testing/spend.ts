/** In charge of turns that cost money, for tests: a model with a price, and what has been spent. */
import type { Database } from '../connection/pool.ts';
import { analyticsBudgets, type BudgetStanding } from '../operations/analytics-budgets.ts';
import { finishTurn } from '../operations/finish-turn.ts';
import type { ModelCall } from '../operations/model-call.ts';
import type { BudgetPeriod } from '../rows.generated.ts';
import { exampleCall, exampleReply, openTurn } from './example-turn.ts';
import type { TestDatabase } from './test-database.ts';

/** Gives the model `paid/paid` a price at which a million output tokens, and each call of `usd`, cost a dollar. */
export async function priceModel(database: TestDatabase): Promise<void> {
  await database.pool.query(
    `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok, output_usd_per_mtok)
     values ('paid', 'paid', 'own', '-infinity', 0, 1)`,
  );
}

/** A call that costs so many US dollars. */
export function paidCall(usd: number, differences: Partial<ModelCall> = {}): ModelCall {
  return exampleCall({
    provider: 'paid',
    model: 'paid',
    inputTokens: 0,
    outputTokens: Math.round(usd * 1_000_000),
    ...differences,
  });
}

/** A turn whose answer costs so many US dollars. */
export async function spend(server: Database, sessionToken: string, usd: number): Promise<void> {
  const turn = await openTurn(server, sessionToken);
  await finishTurn(server, exampleReply(turn, undefined, { call: paidCall(usd) }));
}

/** How the budget of this period stands. */
export async function standingOf(
  database: Database,
  period: BudgetPeriod,
): Promise<BudgetStanding> {
  const found = (await analyticsBudgets(database)).find((budget) => budget.period === period);
  if (found === undefined) throw new Error(`There is no budget for a ${period}`);
  return found;
}
