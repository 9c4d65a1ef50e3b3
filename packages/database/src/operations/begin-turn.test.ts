import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  converse,
  createTestDatabase,
  exampleTurn,
  mustRefuse,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const countMessages = 'select count(*)::int as count from public.messages where session_id = $1';

describe('a turn that begins', () => {
  it('allots numbers in pairs, from 1 and without a gap', async () => {
    const { sessionToken } = await createSession(server);
    const turns = [];
    for (let round = 0; round < 3; round += 1) turns.push(await converse(server, sessionToken));
    expect(turns.map(({ seq, replySeq }) => [seq, replySeq])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it('commits the message and a pending answer before a model is asked', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const turn = await openTurn(server, sessionToken, 'He sneezes.', {
      triageCategory: 'urgent',
      redFlags: ['sneezing'],
    });
    await rowsMustMatch(
      database.pool,
      `select seq, role::text, state::text, content, token_count, triage_category::text, red_flags, attempt_id
       from public.messages where session_id = $1 order by seq`,
      [
        {
          seq: 1,
          role: 'user',
          state: 'complete',
          content: 'He sneezes.',
          token_count: 6,
          triage_category: 'urgent',
          red_flags: ['sneezing'],
          attempt_id: null,
        },
        {
          seq: 2,
          role: 'assistant',
          state: 'pending',
          content: '',
          token_count: 0,
          triage_category: null,
          red_flags: null,
          attempt_id: turn.attemptId,
        },
      ],
      [sessionId],
    );
  });

  it('returns the conversation with the new message last, and not the answer it opens', async () => {
    const { sessionToken } = await createSession(server);
    await converse(server, sessionToken, 'one', 'two');
    const turn = await openTurn(server, sessionToken, 'three');
    expect(turn.context).toEqual([
      { role: 'user', content: 'one' },
      { role: 'assistant', content: 'two' },
      { role: 'user', content: 'three' },
    ]);
    expect(turn).toMatchObject({ contextFromSeq: 1, summary: null, preferences: {} });
    expect(turn.triageVersion).toBeGreaterThan(0);
  });

  it('counts as activity of its session', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    await openTurn(server, sessionToken);
    await rowsMustMatch(
      database.pool,
      'select last_active_at > created_at as later from public.sessions where id = $1',
      [{ later: true }],
      [sessionId],
    );
  });
});

describe('a message that can not be taken', () => {
  it.each([
    ['nothing', '', 'message_blank', 400],
    ['spaces and newlines', ' \n\t \r\n', 'message_blank', 400],
    ['20,001 characters', 'x'.repeat(20_001), 'message_too_long', 413],
    ['a NUL character', 'a\u0000b', 'text_invalid', 400],
  ])('%s is refused and leaves nothing behind', async (_name, message, code, status) => {
    const { sessionId, sessionToken } = await createSession(server);
    await expect(beginTurn(server, exampleTurn(sessionToken, message))).rejects.toMatchObject({
      code,
      status,
    });
    await rowsMustMatch(database.pool, countMessages, [{ count: 0 }], [sessionId]);
    expect((await openTurn(server, sessionToken)).seq).toBe(1);
  });

  it('a missing one is blank, also to who calls the function by hand', async () => {
    const { sessionToken } = await createSession(server);
    await mustRefuse(
      database.pool.query('select public.begin_turn($1, null, 1)', [sessionToken]),
      'MU003',
    );
  });

  it('20,000 characters are taken, whatever their bytes', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const message = '🐈'.repeat(20_000);
    await openTurn(server, sessionToken, message, { tokenCount: 20_000 });
    await rowsMustMatch(
      database.pool,
      'select content = $2 as same from public.messages where session_id = $1 and seq = 1',
      [{ same: true }],
      [sessionId, message],
    );
  });
});
