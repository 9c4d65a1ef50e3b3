/** In charge of removing a retention policy: calls `catb.remove_retention_policy`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { RetainedData } from '../rows.generated.ts';
import type { RetentionCategory } from './set-retention-policy.ts';

const statement: Statement = {
  name: 'remove_retention_policy',
  text: 'select catb.remove_retention_policy($1, $2) as "wasThere"',
  doing: 'remove a retention policy',
};

/**
 * Removes a policy: what was of its category falls under that of `other`, if there is one.
 *
 * @param database as the owner
 * @returns false when there was none
 */
export async function removeRetentionPolicy(
  database: Database,
  data: RetainedData,
  category: RetentionCategory = 'other',
): Promise<boolean> {
  const { wasThere } = await runForRow<{ wasThere: boolean }>(database, statement, [
    data,
    category,
  ]);
  return wasThere;
}
