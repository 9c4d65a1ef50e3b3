/** In charge of removing a demo so that nothing of it is left. */
import type pg from 'pg';
import { withOwnConnection } from '../transfer/connect.ts';
import { toTransferError } from '../transfer/transfer-error.ts';
import { refreshUsage } from '../usage/index.ts';
import { removeDemoPrices } from './demo-prices.ts';
import { demoSource, lockDemo } from './demo-source.ts';
import { markDemoSpan } from './mark-demo-span.ts';

/** What was removed. */
export interface DemoRemoval {
  sessions: number;
  messages: number;
  seconds: number;
}

/** Which demo to remove. */
export interface RemoveDemoOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** Is told how many quarters of an hour the dashboards still count wrongly. */
  onProgress?: ((quartersWaiting: number) => void) | undefined;
}

// Table by table: by the sessions' foreign keys each of them would be a statement to each table.
const ofDemo = 'select session_id from public.imported_conversations where source = $1';
const tables = ['feedback', 'context_summaries', 'preferences', 'model_calls', 'messages'];

/**
 * Removes the sessions of a demo with all that belongs to them, its prices, and what it added to the
 * rollups, and touches nothing else. Without a demo it does nothing.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`: then nothing was removed
 */
export async function removeDemo(options: RemoveDemoOptions): Promise<DemoRemoval> {
  const began = performance.now();
  const removed = await withOwnConnection(options.url, 'catb demo remove', async (client) => {
    try {
      await client.query('begin');
      const counts = await removeSessions(client);
      await client.query('commit');
      return counts;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw toTransferError(error, 'remove the demo', 'Nothing was removed. Try again.');
    }
  });
  if (removed.sessions > 0) await refreshUsage(options);
  return { ...removed, seconds: (performance.now() - began) / 1_000 };
}

async function removeSessions(client: pg.Client): Promise<Omit<DemoRemoval, 'seconds'>> {
  await lockDemo(client);
  // What an erased session added to the counts stays; a demo's goes with it.
  await client.query("set local catb.forget_usage = 'on'");
  await markDemoSpan(client);
  let messages = 0;
  for (const table of tables) {
    const { rowCount } = await client.query(
      `delete from public.${table} where session_id in (${ofDemo})`,
      [demoSource],
    );
    if (table === 'messages') messages = rowCount ?? 0;
  }
  const { rowCount } = await client.query(`delete from public.sessions where id in (${ofDemo})`, [
    demoSource,
  ]);
  await removeDemoPrices(client);
  return { sessions: rowCount ?? 0, messages };
}
