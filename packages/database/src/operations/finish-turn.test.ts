import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  createTestDatabase,
  exampleCall,
  exampleReply,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import type { OpenTurn } from './begin-turn.ts';
import { checkpointTurn } from './checkpoint-turn.ts';
import { createSession } from './create-session.ts';
import { failTurn } from './fail-turn.ts';
import { finishTurn } from './finish-turn.ts';
import { sweepStuckTurns } from './sweep-stuck-turns.ts';

let database: TestDatabase;
let server: Database;
let turn: OpenTurn;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
beforeEach(async () => {
  const { sessionToken } = await createSession(server);
  turn = await openTurn(server, sessionToken, 'Hello');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function answerMustBe(row: Record<string, unknown>): Promise<void> {
  await rowsMustMatch(
    database.pool,
    'select state::text, content from public.messages where session_id = $1 and seq = $2',
    [row],
    [turn.sessionId, turn.replySeq],
  );
}

const superseded = { code: 'turn_superseded', status: 409 };
const apology = { apology: 'Sorry.', tokenCount: 2 };

describe('an answer', () => {
  it('is complete, with its tokens, and nobody can present its attempt again', async () => {
    await finishTurn(server, exampleReply(turn, 'Hi.', { tokenCount: 3, truncated: true }));
    await rowsMustMatch(
      database.pool,
      `select state::text, content, token_count, truncated, attempt_id, tokenizer::text
       from public.messages where session_id = $1 and seq = 2`,
      [
        {
          state: 'complete',
          content: 'Hi.',
          token_count: 3,
          truncated: true,
          attempt_id: null,
          tokenizer: 'o200k_base',
        },
      ],
      [turn.sessionId],
    );
  });

  it('that a client left is aborted, and keeps what was streamed', async () => {
    await finishTurn(server, exampleReply(turn, 'Hi, I', { aborted: true }));
    await answerMustBe({ state: 'aborted', content: 'Hi, I' });
  });

  it('is streaming while it is stored in parts', async () => {
    expect(await checkpointTurn(server, { ...turn, replySoFar: 'Hi,', tokenCount: 2 })).toBe(true);
    await answerMustBe({ state: 'streaming', content: 'Hi,' });
    await finishTurn(server, exampleReply(turn, 'Hi, I am Mu.'));
    await answerMustBe({ state: 'complete', content: 'Hi, I am Mu.' });
  });

  it('that failed is the apology, and the same attempt may still come in', async () => {
    await failTurn(server, { ...turn, ...apology, call: exampleCall() });
    await answerMustBe({ state: 'failed', content: 'Sorry.' });
    await finishTurn(server, exampleReply(turn, 'Hi after all.'));
    await answerMustBe({ state: 'complete', content: 'Hi after all.' });
  });

  it('raises the triage of its message where the context did', async () => {
    const raisedTriage = { category: 'emergency' as const, redFlags: ['open-mouth-breathing'] };
    await finishTurn(server, exampleReply(turn, 'Call a vet now.', { raisedTriage }));
    await rowsMustMatch(
      database.pool,
      `select seq, triage_category::text, red_flags from public.messages where session_id = $1 order by seq`,
      [
        { seq: 1, triage_category: 'emergency', red_flags: ['open-mouth-breathing'] },
        { seq: 2, triage_category: null, red_flags: null },
      ],
      [turn.sessionId],
    );
  });
});

describe('a complete answer is not overwritten', () => {
  beforeEach(async () => {
    await finishTurn(server, exampleReply(turn, 'Hi.'));
  });

  it('by a second finish, nor by a failure', async () => {
    await expect(finishTurn(server, exampleReply(turn, 'Other.'))).rejects.toMatchObject(
      superseded,
    );
    await expect(
      failTurn(server, { ...turn, ...apology, call: exampleCall() }),
    ).rejects.toMatchObject(superseded);
    await answerMustBe({ state: 'complete', content: 'Hi.' });
  });

  it('by a late part of it, nor by the sweep', async () => {
    expect(await checkpointTurn(server, { ...turn, replySoFar: 'H', tokenCount: 1 })).toBe(false);
    await sweepStuckTurns(server, { apology: 'Sorry.', olderThanSeconds: 0 });
    await answerMustBe({ state: 'complete', content: 'Hi.' });
  });

  it('and the refused write leaves no call behind', async () => {
    await expect(finishTurn(server, exampleReply(turn, 'Other.'))).rejects.toThrow();
    await rowsMustMatch(
      database.pool,
      'select count(*)::int as calls from public.model_calls where session_id = $1',
      [{ calls: 1 }],
      [turn.sessionId],
    );
  });
});

describe('an answer is refused', () => {
  it.each([
    ['without text', { reply: ' \n' }, 'reply_blank'],
    ['above 300 tokens', { tokenCount: 301 }, 'reply_too_long'],
    ['of another attempt', { attemptId: randomUUID() }, 'turn_superseded'],
    ['in another session', { sessionId: randomUUID() }, 'turn_superseded'],
    ['to a turn that is not there', { replySeq: 99 }, 'turn_superseded'],
    ['in the place of a question', { replySeq: 1 }, 'turn_superseded'],
  ])('%s', async (_name, differences, code) => {
    await expect(
      finishTurn(server, { ...exampleReply(turn), ...differences }),
    ).rejects.toMatchObject({ code });
    await answerMustBe({ state: 'pending', content: '' });
  });

  it('of 301 tokens by the table itself', async () => {
    await expect(
      database.pool.query(
        'update public.messages set token_count = 301 where session_id = $1 and seq = 2',
        [turn.sessionId],
      ),
    ).rejects.toMatchObject({ constraint: 'answer_at_most_300_tokens' });
  });

  it('of 300 tokens it is not', async () => {
    await finishTurn(server, exampleReply(turn, 'Long.', { tokenCount: 300 }));
  });
});
