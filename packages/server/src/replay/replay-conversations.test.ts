/** A replay against the API itself, on a real database. */
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { prepareServerRole, readSettings } from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../start-server.ts';
import { replayConversations } from './replay-conversations.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const consultations = path.join(root, '../shared/data/primock57/conversations.jsonl');

let database: TestDatabase;
let server: RunningServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({
    databaseUrl: await prepareServerRole(database.url),
    version: '0.0.0',
    settings: readSettings({
      PORT: '0',
      CATB_LOG_LEVEL: 'silent',
      CATB_TURNS_PER_MINUTE: '0',
      CATB_REQUESTS_PER_MINUTE: '0',
      CATB_SESSIONS_PER_HOUR: '0',
    }),
  });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function* madeUp() {
  for (let conversation = 0; conversation < 6; conversation += 1) {
    const messages = ['Hello', 'He sneezes.', 'No.', 'No.', 'He  eats,\t"a bit" 🐈‍⬛\n'].map(
      (content, index) => ({ seq: index + 1, role: 'user', content }),
    );
    yield Buffer.from(`${JSON.stringify({ conversation_id: 'a', source: 'b', messages })}\n`);
  }
}

describe('a replay through the API', () => {
  it('is stored as it was sent, in order', async () => {
    const report = await replayConversations({ baseUrl: server.url, input: madeUp() });
    expect(report).toMatchObject({
      conversations: 6,
      answered: 30,
      failures: {},
      differences: [],
      checked: { conversations: 6, messages: 60 },
    });
    const { rows } = await database.pool.query<{ spoken: string[] }>(
      `select array_agg(content order by seq) as spoken
       from public.messages where role = 'user' group by session_id`,
    );
    expect(rows).toHaveLength(6);
    for (const { spoken } of rows) {
      expect(spoken).toEqual(['Hello', 'He sneezes.', 'No.', 'No.', 'He  eats,\t"a bit" 🐈‍⬛\n']);
    }
  });

  it('counts what the API refuses, and the rest goes on', async () => {
    async function* tooLong() {
      const messages = ['Hello', 'a'.repeat(20_001), 'Bye'].map((content, index) => ({
        seq: index + 1,
        role: 'user',
        content,
      }));
      yield JSON.stringify({ conversation_id: 'a', source: 'b', messages });
    }
    const report = await replayConversations({ baseUrl: server.url, input: tooLong() });
    expect(report).toMatchObject({ answered: 2, failed: 1, differences: [], retries: {} });
  });

  it.runIf(existsSync(consultations))(
    'of a long research consultation is stored as it was sent',
    async () => {
      const input = createReadStream(consultations);
      const report = await replayConversations({ baseUrl: server.url, input, limit: 1 });
      expect(report).toMatchObject({ conversations: 1, failures: {}, differences: [] });
      expect(report.checked.messages).toBeGreaterThan(50);
      expect(input.destroyed).toBe(true);
    },
    60_000,
  );
});
