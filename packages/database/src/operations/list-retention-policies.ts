/** In charge of showing the retention policies: reads `catb.retention_policies`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { RetainedData } from '../rows.generated.ts';
import type { RetentionCategory } from './set-retention-policy.ts';

/** A policy that is set. */
export interface RetentionPolicy {
  data: RetainedData;
  category: RetentionCategory;
  /** Days of 24 hours since the last activity; null: for ever. */
  keepDays: number | null;
  setAt: Date;
  /** The role that set it. */
  setBy: string;
}

const statement: Statement = {
  name: 'list_retention_policies',
  text: `select data, category, keep_days as "keepDays", set_at as "setAt", set_by as "setBy"
         from catb.retention_policies order by data, category`,
  doing: 'list the retention policies',
};

/** Every policy; none means that nothing is ever erased. */
export function listRetentionPolicies(database: Database): Promise<RetentionPolicy[]> {
  return runStatement<RetentionPolicy>(database, statement, []);
}
