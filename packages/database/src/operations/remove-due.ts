/** In charge of one batch of a retention run: calls `catb.remove_due`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { RetainedData } from '../rows.generated.ts';

/** Where a batch begins, and how large it is. */
export interface BatchInput {
  runId: string;
  data: RetainedData;
  /** The `lastId` of the batch before; none at first. */
  after: string | undefined;
  /** Sessions are taken until they have so many messages. */
  maxMessages: number;
}

/** What a batch did. */
export interface RemovedBatch {
  /** Where the next one begins; null: nothing more is due. */
  lastId: string | null;
  /** Rows by table. */
  removed: Record<string, number>;
}

const statement: Statement = {
  name: 'remove_due',
  text: `select last_id as "lastId", removed from catb.remove_due($1, $2,
           coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'), $4)`,
  doing: 'remove what is due',
};

/**
 * Removes a batch of what is due, in a transaction of its own.
 *
 * @throws CatbError `retention_run_refused`; `database_busy` where a migration is in its way: try again
 */
export function removeDue(database: Database, input: BatchInput): Promise<RemovedBatch> {
  const { runId, data, after, maxMessages } = input;
  return runForRow<RemovedBatch>(database, statement, [runId, data, after ?? null, maxMessages]);
}
