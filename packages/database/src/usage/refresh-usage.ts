/** In charge of bringing rollups and views up to date by hand: after an import, a demo, a restore. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { refreshSessionDaysText } from '../operations/refresh-session-days.ts';
import { refreshUsageViewsText } from '../operations/refresh-usage-views.ts';
import { rollUpUsageText } from '../operations/roll-up-usage.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import { toCatbError } from '../connection/to-catb-error.ts';

/** What to bring up to date. */
export interface UsageRefreshOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** Is told how many closed quarters of an hour still wait. */
  onProgress?: ((waiting: number) => void) | undefined;
}

/** What was brought up to date. */
export interface UsageRefreshReport {
  /** Closed quarters of an hour that were computed anew. */
  quarters: number;
  /** Days whose sessions were computed anew. */
  days: number;
}

const busyMs = 200;

/**
 * Computes every rollup that a row has changed under, then the days of sessions, then the
 * materialized views. Waits where a server is at the same.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`
 */
export async function refreshUsage(options: UsageRefreshOptions): Promise<UsageRefreshReport> {
  return await withOwnConnection(options.url, 'catb analytics refresh', async (client) => {
    try {
      const quarters = await rollUpAll(client, options.onProgress);
      const days = await refreshAllDays(client);
      await refreshViews(client);
      return { quarters, days };
    } catch (error) {
      throw toCatbError(error, 'bring the usage rollups up to date');
    }
  });
}

async function refreshViews(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ refreshed: boolean }>(refreshUsageViewsText, [0]);
    // A server that is at it began before what was just computed: it is waited for, and done again.
    if (rows[0]?.refreshed) return;
    await pause(busyMs);
  }
}

async function rollUpAll(client: Client, onProgress?: (waiting: number) => void): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await client.query<{ quarters: number | null; waiting: number | null }>(
      rollUpUsageText,
    );
    const { quarters = null, waiting = null } = rows[0] ?? {};
    if (quarters === null || waiting === null) {
      await pause(busyMs);
      continue;
    }
    total += quarters;
    onProgress?.(waiting);
    if (waiting === 0) return total;
  }
}

async function refreshAllDays(client: Client): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await client.query<{ days: number | null }>(refreshSessionDaysText);
    const days = rows[0]?.days ?? null;
    if (days === null) await pause(busyMs);
    else if (days === 0) return total;
    else total += days;
  }
}
