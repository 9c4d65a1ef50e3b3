import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { startProviderServer, type ProviderServer } from '../testing/provider-server.ts';
import { createTestClient } from '../testing/test-client.ts';
import { askUntilAnswered, makeQuestions } from './ask-until-answered.ts';
import { startBackendProcess, type BackendProcess } from './backend-process.ts';
import { conversationsMustBeWhole, readMessages } from './conversations-must-be-whole.ts';

let provider: ProviderServer;
let database: TestDatabase;
let backends: BackendProcess[] = [];

beforeAll(async () => {
  provider = await startProviderServer({ protocol: 'openai', behaviour: { kind: 'echo' } });
  database = await createTestDatabase();
  const settings = {
    DATABASE_URL: database.url,
    OPENAI_BASE_URL: provider.url,
    CATB_MODEL: 'openai/stand-in',
  };
  backends = await Promise.all([startBackendProcess(settings), startBackendProcess(settings)]);
}, 150_000);
afterAll(async () => {
  for (const backend of backends) await backend.end('SIGTERM');
  await provider.close();
  await database?.drop();
}, 60_000);

const urlOf = (index: number): string => backends[index % 2]!.url;
const newSessions = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) => createTestClient(urlOf(index)).newSession()),
  );

describe('two servers on one database', () => {
  it('give 500 turns at once in five sessions numbers without a gap, none twice', async () => {
    const asked = makeQuestions(await newSessions(5), 100);
    await Promise.all(
      asked.map((question, index) => askUntilAnswered(question, { url: () => urlOf(index) })),
    );
    conversationsMustBeWhole(await readMessages(database.superuserUrl), asked);
    expect(asked.filter(({ state }) => state !== 'complete')).toEqual([]);
  }, 120_000);

  it('that are both sent the same message with the same key at once give one answer', async () => {
    const asked = makeQuestions(await newSessions(5), 20);
    const twins = asked.map((question) => ({ ...question }));
    const before = provider.requestCount;
    await Promise.all([
      ...asked.map((question) => askUntilAnswered(question, { url: () => urlOf(0) })),
      ...twins.map((question) => askUntilAnswered(question, { url: () => urlOf(1) })),
    ]);
    expect(twins.map(({ seq, reply }) => ({ seq, reply }))).toEqual(
      asked.map(({ seq, reply }) => ({ seq, reply })),
    );
    expect(provider.requestCount - before).toBe(100);
    conversationsMustBeWhole(await readMessages(database.superuserUrl), asked);
  }, 120_000);
});
