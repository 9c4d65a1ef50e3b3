/** In charge of ending a migration that does not end by itself, and of what it held when it was ended. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { toLockMode } from './lock-mode.ts';
import { sql } from './sql.generated.ts';

/** Why a migration was ended, and what it held. */
export interface Ended {
  kind: 'deadline' | 'disk';
  /** Such as `ACCESS EXCLUSIVE on public.messages`. */
  held: string[];
}

/** Limits of one run. */
export interface Limits {
  /** Milliseconds. */
  deadlineMs: number;
  /** Bytes that the database may grow by. */
  growth: number;
}

const lookEveryMs = 250;
const graceMs = 1_000;

interface Activity {
  state: string | null;
  wait_event_type: string | null;
  wait_event: string | null;
  bytes: number;
}

class Watch {
  readonly #monitor: pg.Client;
  readonly #pid: number;
  readonly #limits: Limits;
  ended: Ended | undefined;

  constructor(monitor: pg.Client, pid: number, limits: Limits) {
    this.#monitor = monitor;
    this.#pid = pid;
    this.#limits = limits;
  }

  async run(stop: AbortSignal): Promise<void> {
    const started = performance.now();
    let size: number | undefined;
    while (!stop.aborted) {
      const left = this.#limits.deadlineMs - (performance.now() - started);
      await sleep(Math.max(1, Math.min(lookEveryMs, left)), undefined, { signal: stop });
      const activity = await this.#look();
      if (activity === undefined) continue;
      size ??= activity.bytes;
      if (activity.bytes - size > this.#limits.growth)
        return await this.#end('disk', activity, stop);
      if (performance.now() - started < this.#limits.deadlineMs) continue;
      return await this.#end('deadline', activity, stop);
    }
  }

  async #look(): Promise<Activity | undefined> {
    const { rows } = await this.#monitor.query<Activity>(sql.readActivity, [this.#pid]);
    return rows[0];
  }

  async #end(kind: Ended['kind'], activity: Activity, stop: AbortSignal): Promise<void> {
    this.ended = { kind, held: await this.#readHeld(activity) };
    await this.#monitor.query('select pg_catalog.pg_cancel_backend($1)', [this.#pid]);
    // A block that catches query_canceled goes on; ending its process it can't catch.
    await sleep(graceMs, undefined, { signal: stop });
    await this.#monitor.query('select pg_catalog.pg_terminate_backend($1)', [this.#pid]);
  }

  async #readHeld(activity: Activity): Promise<string[]> {
    const { rows } = await this.#monitor.query<{
      oid: number;
      name: string | null;
      mode: string;
      granted: boolean;
    }>(sql.readHeld, [this.#pid]);
    const locks = rows.map(({ name, mode, granted }) => {
      const relation = name ?? 'a relation of its own';
      return `${granted ? '' : 'waiting for '}${toLockMode(mode)} on ${relation}`;
    });
    const waits =
      activity.wait_event === null
        ? []
        : [`waiting for ${activity.wait_event_type ?? ''} ${activity.wait_event}`];
    return [...new Set([...locks, ...waits])];
  }
}

/**
 * Runs `work` and ends the process `pid`, in which it is under way, when it passes a limit.
 *
 * @param monitorUrl as a superuser, whose connection the migration can't end
 * @returns what `work` gave or threw, and why it was ended if it was
 */
export async function withLimits<T>(
  monitorUrl: string,
  pid: number,
  limits: Limits,
  work: () => Promise<T>,
): Promise<{ outcome: PromiseSettledResult<T>; ended: Ended | undefined }> {
  const monitor = new pg.Client({
    connectionString: monitorUrl,
    application_name: 'catb prove watch',
  });
  monitor.on('error', () => undefined);
  await monitor.connect();
  const watch = new Watch(monitor, pid, limits);
  const stop = new AbortController();
  // It fails when it is told to stop, or when the server is gone, which the work says itself.
  const watching = watch.run(stop.signal).catch(() => undefined);
  try {
    const [outcome] = await Promise.allSettled([work()]);
    stop.abort();
    await watching;
    return { outcome, ended: watch.ended };
  } finally {
    stop.abort();
    await monitor.end().catch(() => undefined);
  }
}
