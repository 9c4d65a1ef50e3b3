/** In charge of what retention would remove: calls `catb.plan_retention`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { RetainedData } from '../rows.generated.ts';
import type { RetentionCategory } from './set-retention-policy.ts';

/** What goes from one table by one policy. */
export interface PlannedRemoval {
  data: RetainedData;
  category: RetentionCategory;
  /** Null: for ever, so that nothing goes. */
  keepDays: number | null;
  table: string;
  /** That are due by this policy; null for the audit log. */
  sessions: number | null;
  rows: number;
  /** Of the rows as they are stored, and of their share of the indexes. */
  bytes: number;
  /** Last activity of the sessions, or the time of the entries. */
  oldest: Date | null;
  newest: Date | null;
  /** Due, and kept by a legal hold; null for the audit log. */
  heldSessions: number | null;
}

const statement: Statement = {
  name: 'plan_retention',
  text: `select data, category, keep_days as "keepDays", table_name as "table",
                sessions::double precision, row_count::double precision as rows, bytes::double precision,
                oldest, newest, held_sessions::double precision as "heldSessions"
         from catb.plan_retention()`,
  doing: 'plan what retention removes',
};

/** What a run that began now would remove. Changes nothing. */
export function planRetention(database: Database): Promise<PlannedRemoval[]> {
  return runStatement<PlannedRemoval>(database, statement, []);
}
