/** In charge of setting a retention policy: calls `catb.set_retention_policy`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { RetainedData, TriageCategory } from '../rows.generated.ts';

/** A triage category, or every other one. */
export type RetentionCategory = TriageCategory | 'other';

/** How long something is kept. */
export interface RetentionPolicyInput {
  data: RetainedData;
  /** Default: `other`, which is every category that has no policy of its own. */
  category?: RetentionCategory | undefined;
  /** Days of 24 hours since the last activity, 1 to 73,000; null: for ever. */
  keepDays: number | null;
}

const statement: Statement = {
  name: 'set_retention_policy',
  text: 'select catb.set_retention_policy($1, $2, $3)',
  doing: 'set a retention policy',
};

/**
 * Sets how long data is kept. Erases nothing by itself.
 *
 * @param database as the owner
 * @throws CatbError `retention_policy_invalid`, `database_…`
 */
export async function setRetentionPolicy(
  database: Database,
  { data, category = 'other', keepDays }: RetentionPolicyInput,
): Promise<void> {
  await runForRow(database, statement, [data, category, keepDays]);
}
