/** In charge of what goes on in a database right now: another answer every time. */
import type { Target } from '../target/open-target.ts';
import { sql } from './sql.generated.ts';

export interface OpenTransaction {
  pid: number;
  role: string;
  application: string;
  state: string | null;
  seconds: number;
}

/** A lock that is waited for. */
export interface WaitingLock {
  pid: number;
  role: string | null;
  mode: string;
  /** A relation, quoted and with its schema, or the kind of thing that is locked. */
  waitsFor: string;
  seconds: number | null;
  blockedBy: number[];
}

/** Figures since the statistics of the database were last reset, sizes in bytes. */
export interface Activity {
  sessions: { state: string; sessions: number }[];
  maxConnections: number;
  /** At most five, the longest first. */
  longestTransactions: OpenTransaction[];
  waitingLocks: WaitingLock[];
  /** Transactions since the oldest row was frozen; writes stop near 2,000,000,000. */
  xidAge: number;
  multixactAge: number;
  /** From this age on autovacuum freezes whatever else is set. */
  freezeMaxAge: number;
  /** 0 to 1; null when nothing was read. */
  cacheHitRatio: number | null;
  deadlocks: number;
  temporaryBytes: number;
  commits: number;
  rollbacks: number;
  /** False: sessions of other roles show no state; pg_read_all_stats is missing. */
  seesOthers: boolean;
}

type Figures = Omit<Activity, 'sessions' | 'longestTransactions' | 'waitingLocks'>;

/** Reads it; statements of others are left out, because they can quote values. */
export async function readActivity({ client }: Pick<Target, 'client'>): Promise<Activity> {
  const { rows } = await client.query<Figures>(sql.activityDatabase);
  const [figures] = rows;
  if (figures === undefined) throw new Error('pg_stat_database does not list this database');
  const sessions = await client.query<Activity['sessions'][number]>(sql.activitySessions);
  const transactions = await client.query<OpenTransaction>(sql.activityTransactions);
  const locks = await client.query<WaitingLock>(sql.activityLocks);
  return {
    ...figures,
    sessions: sessions.rows,
    longestTransactions: transactions.rows,
    waitingLocks: locks.rows,
  };
}
