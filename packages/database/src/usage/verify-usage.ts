/** In charge of proving the usage rollups: every one of a range is computed anew from the rows. */
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type Client } from 'pg';
import { refreshSessionDaysText } from '../operations/refresh-session-days.ts';
import { rollUpUsageText } from '../operations/roll-up-usage.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import { toCatbError } from '../connection/to-catb-error.ts';
import { CatbError } from '../errors.ts';

/** What to prove. */
export interface UsageVerifyOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** The first day, in UTC, as `2026-11-01`; default: that of the oldest session. */
  from?: string | undefined;
  /** The day after the last; default: tomorrow. */
  to?: string | undefined;
  /** Has what differs computed anew, and compares again. */
  repair?: boolean | undefined;
  /** Is told after each day. */
  onProgress?: ((day: string, days: number, ofDays: number) => void) | undefined;
}

/** A rollup that is not what the rows say. */
export interface UsageDifference {
  /** Such as `usage_turns` or `session_days`. */
  rollup: string;
  grain: string;
  startsAt: Date;
  /** The row as it is stored; null: there is none. */
  stored: unknown;
  /** The row as the rows say; null: there should be none. */
  computed: unknown;
}

/** What came out. */
export interface UsageVerification {
  from: string;
  to: string;
  days: number;
  /** Every one, in order; of a repaired range those that are left. */
  differences: UsageDifference[];
  /** How many were there before a repair. */
  repaired: number;
  seconds: number;
}

const busyMs = 200;
/** PostgreSQL's code for a transaction that another one came before: it is tried again. */
const serializationFailure = '40001';

/**
 * Compares every rollup of the days with what the rows come to, in one snapshot for each day, so
 * that traffic meanwhile makes no difference.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`
 */
export async function verifyUsage(options: UsageVerifyOptions): Promise<UsageVerification> {
  const started = performance.now();
  return await withOwnConnection(options.url, 'catb analytics verify', async (client) => {
    try {
      const days = await listDays(client, options);
      if (days.length === 0) throw emptyRange();
      const differences: UsageDifference[] = [];
      let repaired = 0;
      for (const [index, day] of days.entries()) {
        let found = await compareDay(client, day);
        if (found.length > 0 && options.repair) {
          repaired += found.length;
          await markDay(client, day);
          found = await compareDay(client, day);
          repaired -= found.length;
        }
        differences.push(...found);
        options.onProgress?.(day, index + 1, days.length);
      }
      return {
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
        days: days.length,
        differences,
        repaired,
        seconds: (performance.now() - started) / 1_000,
      };
    } catch (error) {
      throw toCatbError(error, 'compare the usage rollups with the rows');
    }
  });
}

/** Nothing compared is nothing proved. */
function emptyRange(): CatbError {
  return new CatbError({
    code: 'analytics_range_invalid',
    message: 'There is no day in this range.',
    hint: 'Give a first day that lies before the day after the last.',
  });
}

async function listDays(client: Client, { from, to }: UsageVerifyOptions): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select to_char(d.day, 'YYYY-MM-DD') as day
     from generate_series(
       coalesce($1::date, (select min(s.created_at at time zone 'UTC')::date from public.sessions s),
         (now() at time zone 'UTC')::date)::timestamp,
       coalesce($2::date, (now() at time zone 'UTC')::date + 1) - interval '1 day', interval '1 day') as d(day)
     order by 1`,
    [from ?? null, to ?? null],
  );
  return rows.map(({ day }) => day);
}

/** What differs on one day, once nothing of it waits to be computed. */
async function compareDay(client: Client, day: string): Promise<UsageDifference[]> {
  for (;;) {
    await client.query('begin isolation level repeatable read');
    try {
      if (await bringUpToDate(client, day)) {
        const { rows } = await client.query<UsageDifference>(compareText, [day]);
        await client.query('commit');
        return rows;
      }
      // Another connection is at it, or more waits than one run does: what was done is kept.
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      if (!(error instanceof DatabaseError && error.code === serializationFailure)) throw error;
    }
    await pause(busyMs);
  }
}

async function bringUpToDate(client: Client, day: string): Promise<boolean> {
  // In this order: a run notes the days that it has changed.
  const run = await client.query<{ quarters: number | null }>(rollUpUsageText);
  const refreshed = await client.query<{ days: number | null }>(refreshSessionDaysText);
  if (typeof run.rows[0]?.quarters !== 'number') return false;
  if (typeof refreshed.rows[0]?.days !== 'number') return false;
  const { rows } = await client.query<{ waits: boolean }>(
    `select exists (select from catb.usage_marks m
         where m.quarter >= $1::date::timestamp at time zone 'UTC'
           and m.quarter < ($1::date + 1)::timestamp at time zone 'UTC')
       or exists (select from catb.stale_days s where s.day = $1::date) as waits`,
    [day],
  );
  return rows[0]?.waits === false;
}

const compareText = `select rollup, grain::text, starts_at as "startsAt", stored, computed
from catb.compare_usage($1::date::timestamp at time zone 'UTC', ($1::date + 1)::timestamp at time zone 'UTC')
union all
select 'session_days', 'day', day::timestamp at time zone 'UTC', stored, computed
from catb.compare_session_days($1::date, $1::date + 1)
order by 1, 2, 3`;

async function markDay(client: Client, day: string): Promise<void> {
  await client.query(
    `select catb.mark_quarter(q.quarter)
     from generate_series($1::date::timestamp at time zone 'UTC',
       ($1::date + 1)::timestamp at time zone 'UTC' - interval '15 minutes', interval '15 minutes') as q(quarter)`,
    [day],
  );
}
