/** In charge of a retention run: what is due by the policies goes, in batches that leave room for turns. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  beginRetention,
  finishRetention,
  listRetentionPolicies,
  openDatabase,
  removeDue,
  type CatbError,
  type Database,
  type RemovedBatch,
  type RetainedData,
  type BatchInput,
} from '@catb/database';
import { createPace, type Pace } from './pace.ts';
import { vacuumTables } from './vacuum-tables.ts';

/** What can be chosen. */
export interface RetentionOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** Ends after the batch in which so many seconds have passed; the next run goes on. Default: none. */
  maxSeconds?: number | undefined;
  /** Goes on although the database's clock may be ahead: a person has looked at it. */
  trustClock?: boolean | undefined;
  /** The share of the time that batches take; default a 25th, so that few turns meet one. 1: no rest. */
  share?: number | undefined;
  /** Is told the rows removed so far, by table, after each batch. */
  onProgress?: ((removed: Readonly<Record<string, number>>) => void) | undefined;
}

/** What a run did. */
export interface RetentionReport {
  runId: string;
  /** The moment by which it judged what was due. */
  startedAt: Date;
  /** False when it ended because of `maxSeconds`. */
  complete: boolean;
  /** Rows by table; `feedback_comments` are comments of rows that stay. */
  removed: Record<string, number>;
  batches: number;
  /** The longest batch: for so long a turn may have waited. */
  longestBatchMs: number;
  /** Tables whose space went back to use. */
  vacuumed: string[];
  seconds: number;
}

/** What each kind of data frees space in. */
const tablesOf: Readonly<Record<RetainedData, readonly string[]>> = {
  sessions: [
    'public.sessions',
    'public.messages',
    'public.model_calls',
    'public.feedback',
    'public.preferences',
    'public.context_summaries',
    'public.imported_conversations',
  ],
  feedback: ['public.feedback'],
  preferences: ['public.preferences'],
  audit_log: ['public.audit_log'],
};

/**
 * Removes what is due. A run that was killed has committed its batches, and the next one goes on;
 * two at once are refused. Afterwards the space goes back to use by VACUUM, which waits for nobody.
 *
 * @throws CatbError `retention_run_refused`, `retention_clock_doubtful`, `DATABASE_UNREACHABLE`, `database_…`
 */
export async function runRetention(options: RetentionOptions): Promise<RetentionReport> {
  const began = performance.now();
  // One connection, which has the lock of the run; a vacuum takes as long as it takes.
  const database = openDatabase({
    url: options.url,
    max: 1,
    applicationName: 'catb retention run',
    statementTimeoutMs: 0,
  });
  try {
    const run = await beginRetention(database, options.trustClock ?? false);
    const pace = createPace(options.share);
    const ends = began + (options.maxSeconds ?? Number.POSITIVE_INFINITY) * 1_000;
    const kinds = [...new Set((await listRetentionPolicies(database)).map(({ data }) => data))];
    const touched = new Set<string>();
    const removed: Record<string, number> = {};
    let complete = true;
    for (const data of kinds) {
      let after: string | undefined;
      do {
        const batch = await removeBatch(database, { runId: run.runId, data, after }, pace);
        for (const [table, rows] of Object.entries(batch.removed)) {
          removed[table] = (removed[table] ?? 0) + rows;
          if (rows > 0) for (const name of tablesOf[data]) touched.add(name);
        }
        options.onProgress?.(removed);
        after = batch.lastId ?? undefined;
        complete = after === undefined || performance.now() < ends;
        if (after !== undefined && complete) await sleep(pace.pauseMs());
      } while (after !== undefined && complete);
      if (!complete) break;
    }
    if (run.cleanUp) for (const name of Object.values(tablesOf).flat()) touched.add(name);
    const vacuumed = await vacuumTables(database, [...touched]);
    await finishRetention(database, run.runId);
    return {
      runId: run.runId,
      startedAt: run.startedAt,
      complete,
      removed,
      batches: pace.batches(),
      longestBatchMs: pace.longestMs(),
      vacuumed,
      seconds: (performance.now() - began) / 1_000,
    };
  } finally {
    await database.close();
  }
}

const mostTries = 10;

/** A migration that has a table, or a turn that came first: the batch was rolled back and comes again. */
async function removeBatch(
  database: Database,
  input: Omit<BatchInput, 'maxMessages'>,
  pace: Pace,
): Promise<RemovedBatch> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await pace.time((maxMessages) => removeDue(database, { ...input, maxMessages }));
    } catch (error) {
      if ((error as CatbError).code !== 'database_busy' || tries === mostTries) throw error;
      await sleep(tries * 100);
    }
  }
}
