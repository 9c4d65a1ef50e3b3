import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  converse,
  createTestDatabase,
  evenHistory,
  openServer,
  openTurn,
  storeHistory,
  type TestDatabase,
} from '../testing/index.ts';
import { createSession } from './create-session.ts';
import { recordFeedback } from './record-feedback.ts';
import { sessionHistory, type HistoryMessage } from './session-history.ts';

let database: TestDatabase;
let server: Database;
let sessionToken: string;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  const session = await createSession(server);
  ({ sessionToken } = session);
  await storeHistory(database, session.sessionId, evenHistory(1_003));
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function readAll(limit: number): Promise<HistoryMessage[]> {
  let messages: HistoryMessage[] = [];
  let before: number | null | undefined;
  do {
    const page = await sessionHistory(server, { sessionToken, before: before ?? undefined, limit });
    expect(page.messages.length).toBeGreaterThan(0);
    expect(page.messages.length).toBeLessThanOrEqual(limit);
    messages = [...page.messages, ...messages];
    before = page.nextBefore;
  } while (before !== null);
  return messages;
}

describe('a history', () => {
  it.each([200, 59, 1_003 % 200])(
    'read to its start in pages of %d has each message once, in order',
    async (limit) => {
      const messages = await readAll(limit);
      expect(messages.map(({ seq, content }) => [seq, content])).toEqual(
        evenHistory(1_003).map(({ content }, index) => [index + 1, content]),
      );
    },
  );

  it('is not moved by what is said while it is read', async () => {
    const session = await createSession(server);
    for (let turn = 0; turn < 4; turn += 1) await converse(server, session.sessionToken);
    const token = { sessionToken: session.sessionToken };
    const newest = await sessionHistory(server, { ...token, limit: 4 });
    await converse(server, session.sessionToken);
    const older = await sessionHistory(server, { ...token, limit: 4, before: newest.nextBefore! });
    expect([...older.messages, ...newest.messages].map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(older.nextBefore).toBeNull();
  });

  it('before a number beyond the end is the newest page', async () => {
    const page = await sessionHistory(server, { sessionToken, before: 2_000_000_000, limit: 2 });
    expect(page.messages.map(({ seq }) => seq)).toEqual([1_002, 1_003]);
  });

  it('before the first message is empty, and says that nothing is before it', async () => {
    expect(await sessionHistory(server, { sessionToken, before: 1 })).toEqual({
      messages: [],
      nextBefore: null,
    });
  });

  it('has 50 messages a page unless another number is asked for', async () => {
    expect((await sessionHistory(server, { sessionToken })).messages).toHaveLength(50);
  });

  it.each([
    { limit: 0 },
    { limit: -1 },
    { limit: 201 },
    { limit: 2_147_483_647 },
    { before: 0 },
    { before: -5 },
  ])('with %j is refused, not empty', async (page) => {
    await expect(sessionHistory(server, { sessionToken, ...page })).rejects.toMatchObject({
      code: 'page_invalid',
      status: 400,
    });
  });

  it('shows triage, feedback and an answer that is not there yet', async () => {
    const session = await createSession(server);
    await converse(server, session.sessionToken, 'one', 'two');
    await recordFeedback(server, { sessionToken: session.sessionToken, seq: 2, rating: 'up' });
    await openTurn(server, session.sessionToken, 'three', {
      triageCategory: 'emergency',
      redFlags: ['collapse'],
    });
    const { messages } = await sessionHistory(server, { sessionToken: session.sessionToken });
    expect(messages).toMatchObject([
      { seq: 1, triage: { category: 'routine', redFlags: [] }, feedback: null },
      { seq: 2, triage: null, feedback: { rating: 'up', comment: null } },
      { seq: 3, triage: { category: 'emergency', redFlags: ['collapse'] } },
      { seq: 4, role: 'assistant', state: 'pending', content: '' },
    ]);
  });
});
