/** In charge of the queries of a turn. */
import {
  beginSummary,
  beginTurn,
  checkpointTurn,
  failTurn,
  finishSummary,
  finishTurn,
  recordSupersededCall,
  sweepStuckTurns,
  triageRulesCurrent,
  type Database,
  type ModelCall,
  type OpenTurn,
} from '@catb/database';
import type { BookEntry } from './book-entry.ts';
import type { BookSession } from './fill-book.ts';

const call: ModelCall = {
  provider: 'provider-1',
  model: 'model-11',
  requestId: 'the-request',
  usageCertainty: 'exact',
  inputTokens: 900,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 40,
  latencyMs: 1_200,
  firstTokenMs: 300,
  finishReason: 'stop',
};

async function openTurn(database: Database, { sessionToken }: BookSession): Promise<OpenTurn> {
  const turn = await beginTurn(database, {
    sessionToken,
    message: 'Why does she sneeze?',
    tokenCount: 6,
    idempotencyKey: 'a new key',
    triageCategory: 'routine',
    redFlags: [],
    turnsPerMinute: 0,
  });
  if (turn.isAnswered) throw new Error('the turn of the book was answered before');
  return turn;
}

const attemptOf = ({ sessionId, replySeq, attemptId }: OpenTurn) => ({
  sessionId,
  replySeq,
  attemptId,
});

export const turnEntries: readonly BookEntry[] = [
  {
    name: 'begin_turn',
    why: 'The first statement of a turn, before the model is asked: it checks the token, takes the session’s lock, allots two numbers, counts the turn against the quota, looks for the idempotency key, stores the message with a pending answer, and returns the context that fits.',
    growth: 'level',
    because:
      'The token names the session’s key, and the context is read backwards along `messages_pkey` until 40 messages or the budget is reached, however many lie before them.',
    run: (database, session, measure) => measure(() => openTurn(database, session)),
  },
  {
    name: 'finish_turn',
    why: 'The second statement of a turn: it moves the answer to its last state by compare-and-set and records what the model used and what that cost.',
    growth: 'level',
    because:
      'The answer is one row by its primary key; the prices of one model, of which the newest counts, are a range of `model_prices_pkey`.',
    run: async (database, session, measure) => {
      const attempt = attemptOf(await openTurn(database, session));
      const answer = { reply: 'Dust, often.', tokenCount: 5, truncated: false, aborted: false };
      return await measure(() => finishTurn(database, { ...attempt, ...answer, call }));
    },
  },
  {
    name: 'fail_turn',
    why: 'Closes a turn that the model did not answer: the apology takes the answer’s place, and what the call used is recorded all the same.',
    growth: 'level',
    because: 'It touches the rows that `finish_turn` touches.',
    run: async (database, session, measure) => {
      const attempt = attemptOf(await openTurn(database, session));
      const answer = { apology: 'I could not answer just now.', tokenCount: 7, call };
      return await measure(() => failTurn(database, { ...attempt, ...answer }));
    },
  },
  {
    name: 'record_superseded_call',
    why: 'Puts a paid call into the ledger whose result came too late: of an attempt that lost its turn to a retry, or of a summary that lost its claim.',
    growth: 'level',
    because:
      'The session, the message and the prices of one model are found by their primary keys.',
    run: async (database, session, measure) => {
      const { replySeq } = await openTurn(database, session);
      // An attempt that the database does not know: it lost its turn.
      const lost = { seq: replySeq, attemptId: '00000000-0000-7000-8000-000000000000' };
      const { sessionToken } = session;
      return await measure(() =>
        recordSupersededCall(database, { sessionToken, purpose: 'reply', ...lost, call }),
      );
    },
  },
  {
    name: 'checkpoint_turn',
    why: 'Stores what a long answer has so far, so that it outlives the process: only for answers that take longer than five seconds.',
    growth: 'level',
    because: 'The answer is one row by its primary key.',
    run: async (database, session, measure) => {
      const attempt = attemptOf(await openTurn(database, session));
      const soFar = { replySoFar: 'Dust, ', tokenCount: 2 };
      return await measure(() => checkpointTurn(database, { ...attempt, ...soFar }));
    },
  },
  {
    name: 'begin_summary',
    why: 'Claims the rolling summary of a session, once twenty messages have fallen out of its context, and returns what to summarise.',
    growth: 'level',
    because: 'It reads at most the 200 messages before the window, one range of `messages_pkey`.',
    run: (database, { sessionToken, lastSeq }, measure) =>
      measure(() => beginSummary(database, { sessionToken, windowFromSeq: lastSeq - 40 })),
  },
  {
    name: 'finish_summary',
    why: 'Stores the summary that was made under a claim, with the model call it took.',
    growth: 'level',
    because: 'One row of `context_summaries` by its primary key, and one model call.',
    run: async (database, { sessionToken, lastSeq }, measure) => {
      const claim = await beginSummary(database, { sessionToken, windowFromSeq: lastSeq - 40 });
      if (claim === null) throw new Error('the summary of the book is claimed by another');
      const summary = { content: 'She sneezes.', tokenCount: 3, call };
      return await measure(() => finishSummary(database, { ...claim, ...summary }));
    },
  },
  {
    name: 'sweep_stuck_turns',
    why: 'Closes answers that a dead process left unfinished. Each server runs it now and then.',
    growth: 'week',
    because:
      'A BRIN index keeps one entry for 128 pages instead of one a message, so the sweep reads every block of 128 pages that holds a message of the last seven days: also old blocks in whose free space a new message was put. That is the price of an index that costs a turn nothing.',
    run: (database, _session, measure) =>
      measure(() =>
        sweepStuckTurns(database, {
          apology: 'I could not answer just now.',
          olderThanSeconds: 300,
        }),
      ),
  },
  {
    name: 'triage_rules_current',
    why: 'Reads the triage rules when a server starts, and again when a turn tells it that their version has changed.',
    growth: 'level',
    because: 'It reads two tables of some hundred rows, which do not grow with conversations.',
    run: (database, _session, measure) => measure(() => triageRulesCurrent(database)),
  },
];
