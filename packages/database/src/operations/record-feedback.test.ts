import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  converse,
  createTestDatabase,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { createSession } from './create-session.ts';
import { recordFeedback } from './record-feedback.ts';

let database: TestDatabase;
let server: Database;
let sessionId: string;
let sessionToken: string;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  ({ sessionId, sessionToken } = await createSession(server));
  await converse(server, sessionToken);
  await openTurn(server, sessionToken);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

it('the last word about an answer counts', async () => {
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'up', comment: ' Thanks ' });
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'down' });
  await rowsMustMatch(
    database.pool,
    'select seq, rating::text, comment from public.feedback where session_id = $1',
    [{ seq: 2, rating: 'down', comment: null }],
    [sessionId],
  );
});

it.each([
  ['a question', 1],
  ['an answer that is not there yet', 4],
  ['nothing', 99],
  ['a negative number', -1],
])('%s can not be judged', async (_name, seq) => {
  await expect(recordFeedback(server, { sessionToken, seq, rating: 'up' })).rejects.toMatchObject({
    code: 'message_not_found',
    status: 404,
  });
});

it('the answer of another session can not be judged', async () => {
  const other = await createSession(server);
  await expect(
    recordFeedback(server, { sessionToken: other.sessionToken, seq: 2, rating: 'up' }),
  ).rejects.toMatchObject({ code: 'message_not_found' });
});

it('a comment of 2,001 characters is refused, one of 2,000 is kept', async () => {
  const comment = 'x'.repeat(2_000);
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'up', comment });
  await expect(
    recordFeedback(server, { sessionToken, seq: 2, rating: 'up', comment: `${comment}x` }),
  ).rejects.toMatchObject({ code: 'feedback_invalid', status: 400 });
});

it('a rating is up or down', async () => {
  for (const rating of ['UP', '', 'left', null]) {
    await expect(
      recordFeedback(server, { sessionToken, seq: 2, rating: rating as 'up' }),
    ).rejects.toMatchObject({ code: 'feedback_invalid' });
  }
});
