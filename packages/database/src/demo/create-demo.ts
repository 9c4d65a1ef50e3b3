/** In charge of filling a database with a demo: months of plausible traffic, marked as what it is. */
import type pg from 'pg';
import { CatbError } from '../errors.ts';
import { loadEncoding } from '../tokens/index.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import type { ConversationInput } from '../transfer/read-conversations.ts';
import { toTransferError } from '../transfer/transfer-error.ts';
import { refreshUsage } from '../usage/index.ts';
import { createChance } from './chance.ts';
import { storeDemoPrices } from './demo-prices.ts';
import { countDemoSessions, lockDemo } from './demo-source.ts';
import { tellStory } from './demo-story.ts';
import { loadConversations, type DemoOrigin } from './load-conversations.ts';
import { markDemoSpan } from './mark-demo-span.ts';
import { planArrivals } from './plan-arrivals.ts';
import { planSession, type DemoSession } from './plan-session.ts';
import { refuseAmongRealSessions } from './refuse-among-real-sessions.ts';
import { stagingTables, storeSessions } from './store-sessions.ts';

/** How far a demo has come. */
export interface DemoProgress {
  sessions: number;
  turns: number;
  /** About how many sessions there are going to be. */
  ofSessions: number;
  /** Quarters of an hour that the dashboards still miss; null before it has come to that. */
  quartersWaiting: number | null;
}

/** What a demo is. */
export interface DemoReport {
  sessions: number;
  turns: number;
  /** Where the conversations came from. */
  origin: DemoOrigin;
  from: Date;
  to: Date;
  seconds: number;
}

/** What demo to make, and where. */
export interface DemoOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** Months up to now, from 1; default 6. */
  months?: number | undefined;
  /** On average; default 40. */
  sessionsPerDay?: number | undefined;
  /** The same seed, moment and conversations make the same demo; default 1. */
  seed?: number | undefined;
  /** A file of conversations; default: those imported into the database, else our own. */
  conversations?: ConversationInput | undefined;
  /** The database's name, to fill one that has more than a hundred real sessions. */
  confirmedDatabase?: string | undefined;
  /** When the demo ends; default now. */
  now?: Date | undefined;
  /** Is told now and then. */
  onProgress?: ((progress: DemoProgress) => void) | undefined;
}

const sessionsAtOnce = 500;

/**
 * Fills the database, all of it or nothing, and brings the dashboards up to date. Every session is in
 * `public.imported_conversations` with the source `catb-demo`; nobody has a token of one. Nothing that
 * was there before is changed.
 *
 * @throws CatbError `DEMO_PRESENT`, `DEMO_AMONG_REAL_SESSIONS`, `DEMO_SOURCE_EMPTY`,
 *   `DATABASE_UNREACHABLE`, `database_…`
 */
export async function createDemo(options: DemoOptions): Promise<DemoReport> {
  const began = performance.now();
  loadEncoding();
  const report = await withOwnConnection(options.url, 'catb demo', async (client) => {
    try {
      await client.query('begin');
      const filled = await fill(client, options);
      await client.query('commit');
      await client.query(
        'analyze public.sessions, public.messages, public.model_calls, public.feedback',
      );
      return filled;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (error instanceof CatbError) throw error;
      throw toTransferError(error, 'make a demo', 'Nothing was stored. Try again.');
    }
  });
  const { sessions, turns } = report;
  await refreshUsage({
    url: options.url,
    onProgress: (quartersWaiting) =>
      options.onProgress?.({ sessions, turns, ofSessions: sessions, quartersWaiting }),
  });
  return { ...report, seconds: (performance.now() - began) / 1_000 };
}

async function fill(client: pg.Client, options: DemoOptions): Promise<Omit<DemoReport, 'seconds'>> {
  const { months = 6, sessionsPerDay = 40, seed = 1, now = new Date() } = options;
  await lockDemo(client);
  if ((await countDemoSessions(client)) > 0) {
    throw new CatbError({
      code: 'DEMO_PRESENT',
      message: 'There is a demo in this database already.',
      hint: 'Remove it first: catb demo remove',
    });
  }
  await refuseAmongRealSessions(client, options.confirmedDatabase);
  const { origin, conversations } = await loadConversations(client, options.conversations);
  const story = tellStory(now, months);
  const chance = createChance(seed);
  await storeDemoPrices(client, new Date(story.cheaperFrom));
  await client.query(stagingTables);

  const ofSessions = Math.round(((story.ends - story.begins) / 86_400_000) * sessionsPerDay);
  const done = { sessions: 0, turns: 0 };
  let batch: DemoSession[] = [];
  const store = async () => {
    await storeSessions(client, batch, done.sessions + 1, chance);
    done.sessions += batch.length;
    for (const { turns } of batch) done.turns += turns.length;
    batch = [];
    options.onProgress?.({ ...done, ofSessions, quartersWaiting: null });
  };
  for (const begins of planArrivals(story, sessionsPerDay, chance)) {
    batch.push(planSession(begins, conversations, story, chance));
    if (batch.length === sessionsAtOnce) await store();
  }
  await store();
  await markDemoSpan(client);
  return { ...done, origin, from: new Date(story.begins), to: now };
}
