/**
 * In charge of telling other servers on the same database that this one is alive: an advisory lock
 * that PostgreSQL lets go of when the process or its connection dies.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { poolerOf } from './pooler.ts';

/** The lock `(catb, servers)`: shared by all that live, exclusive for one that asks whether it is alone. */
const lockKeys = '1667331170, 1';

/** A presence that lasts until it is released. */
export interface Presence {
  release(): Promise<void>;
}

/**
 * Holds the shared lock on a connection of its own, and takes it anew when that is lost.
 *
 * Behind a transaction pooler a lock can not be held, so no server is ever found to be alone there.
 *
 * @param options.onAlone runs once at the start, if no other server is alive; the others wait for it
 */
export function holdPresence(options: { url: string; onAlone: () => Promise<void> }): Presence {
  if (poolerOf(options.url).isTransactionPooler) return { release: () => Promise.resolve() };
  const released = new AbortController();
  let client: pg.Client | null = null;

  async function hold(): Promise<void> {
    let isFirst = true;
    while (!released.signal.aborted) {
      const current = new pg.Client({
        connectionString: options.url,
        application_name: 'catb-presence',
        keepAlive: true,
      });
      client = current;
      const lost = new Promise<void>((resolve) => {
        // A loss can be told twice, and an error that nobody listens to ends the process.
        current.on('error', () => resolve());
        current.once('end', () => resolve());
      });
      try {
        await current.connect();
        if (isFirst && (await tryAlone(current))) await options.onAlone();
        isFirst = false;
        await current.query(`select pg_advisory_lock_shared(${lockKeys})`);
        await current.query(`select pg_advisory_unlock(${lockKeys}) from pg_locks
          where locktype = 'advisory' and pid = pg_backend_pid() and mode = 'ExclusiveLock' limit 1`);
        await lost;
      } catch {
        // Not reachable; the pool tells the log, and the next round tries again.
      }
      await current.end().catch(() => undefined);
      await sleep(1_000, undefined, { signal: released.signal }).catch(() => undefined);
    }
  }

  const holding = hold();
  return {
    async release() {
      released.abort();
      await client?.end().catch(() => undefined);
      await holding;
    },
  };
}

async function tryAlone(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>(
    `select pg_try_advisory_lock(${lockKeys}) as alone`,
  );
  return rows[0]?.alone ?? false;
}
