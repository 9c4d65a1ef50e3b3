/** In charge of what an entry of the query book is. */
import type { Database } from '@catb/database';
import type { BookSession } from './fill-book.ts';

/**
 * How what a query costs grows: `level`, not at all, but for a level of an index now and then;
 * `conversation`, with the messages of its session; `week`, with the messages of the last seven days.
 */
export type Growth = 'level' | 'conversation' | 'week';

/** A query that the backend runs. */
export interface BookEntry {
  /** The SQL function, and the stem of the operation's file. */
  name: string;
  /** Why the backend runs it, and when. */
  why: string;
  growth: Growth;
  /** Why it grows so. */
  because: string;
  /** Who sends it. Default: `catb_server`. */
  role?: 'catb_server' | 'postgres';
  /** Runs it once, after what it needs; what it needs is not measured. */
  run(database: Database, session: BookSession, measure: Measure): Promise<unknown>;
}

/** Everything that runs inside is the entry's; what ran before is not. */
export type Measure = <T>(query: () => Promise<T>) => Promise<T>;
