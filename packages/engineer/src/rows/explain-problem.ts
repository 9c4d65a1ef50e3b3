/** In charge of saying why a table has no rows: which constraint nothing fulfils, and what was tried. */
import type pg from 'pg';
import { planRow } from './plan-row.ts';
import type { Filling } from './filling.ts';
import { conditionsOf } from './row-conditions.ts';
import type { Condition, RowPlan } from './row-plan.ts';
import { solveRow } from './solve-row.ts';
import type { Outcome } from './store-row.ts';

async function isFulfilled(
  filling: Filling,
  plan: RowPlan,
  conditions: readonly Condition[],
): Promise<boolean | string> {
  try {
    return (await solveRow(filling.client, filling.table, plan, conditions, 1)).length > 0;
  } catch (error) {
    return (error as pg.DatabaseError).message;
  }
}

function describeTried(plan: RowPlan, condition: Condition): string {
  const tried = plan.sources
    .filter(({ columns }) => columns.some((name) => condition.columns.includes(name)))
    .map(({ columns, rows }) => `${rows.length} values of ${columns.join(', ')}`);
  return tried.length === 0 ? '' : ` (tried ${tried.join(' with ')})`;
}

/**
 * Says it in a sentence.
 *
 * @param said what PostgreSQL answered to the last row that was tried
 */
export async function explainProblem(filling: Filling, said: Outcome | undefined): Promise<string> {
  const { table, stock } = filling;
  const wanted = { table, group: 0, index: 0, number: 0, profile: 'typical' as const };
  const width = { fresh: 24, all: 200 };
  const plan = planRow({ ...wanted, width, fixed: filling.fixed(0, 0, filling.retries) }, stock);
  const empty = plan.sources.find(({ rows }) => rows.length === 0);
  if (empty !== undefined) {
    return `no value is known for the type of ${empty.columns.join(', ')}`;
  }
  const conditions = [...conditionsOf(table, table.leaves[0]), ...plan.conditions];
  for (const condition of conditions) {
    if (condition.impossible !== undefined) return `${condition.name}: ${condition.impossible}`;
    const fulfilled = await isFulfilled(filling, plan, [condition]);
    if (fulfilled === true) continue;
    const why = fulfilled === false ? 'nothing that was tried fulfils it' : fulfilled;
    return `${condition.name}: ${why}${describeTried(plan, condition)}`;
  }
  if (said?.message != null) return `every row that was tried was refused: ${said.message}`;
  const names = conditions.map(({ name }) => name).join(', ');
  return `nothing that was tried fulfils all of these together: ${names}`;
}
