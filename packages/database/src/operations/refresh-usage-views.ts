/** In charge of the materialized views of the analytics: calls `catb.refresh_usage_views`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** The statement; also for the owner's own connection. */
export const refreshUsageViewsText =
  'select catb.refresh_usage_views(make_interval(secs => $1)) as "refreshed"';

const statement: Statement = {
  name: 'refresh_usage_views',
  text: refreshUsageViewsText,
  doing: 'refresh the views of the analytics',
};

/**
 * Makes the views anew beside their readers, unless that was done within so many seconds.
 *
 * @returns whether they were made: false when they are young enough, or another server is at it
 */
export async function refreshUsageViews(
  database: Database,
  notBeforeSeconds: number,
): Promise<boolean> {
  const row = await runForRow<{ refreshed: boolean }>(database, statement, [notBeforeSeconds]);
  return row.refreshed;
}
