import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedPostgres } from '@catb/database';
import { startProviderServer, type ProviderServer } from '../testing/provider-server.ts';
import { createTestClient } from '../testing/test-client.ts';
import { askUntilAnswered, makeQuestions, type Refusal } from './ask-until-answered.ts';
import { startBackendProcess, type BackendProcess } from './backend-process.ts';
import { conversationsMustBeWhole, readMessages } from './conversations-must-be-whole.ts';
import { makeFaultFolder, removeFaultFolder, until } from './fault-folder.ts';

const dataDir = makeFaultFolder();
let provider: ProviderServer;
let database: EmbeddedPostgres;
let backend: BackendProcess;

beforeAll(async () => {
  provider = await startProviderServer({
    protocol: 'openai',
    behaviour: { kind: 'echo', wordDelayMs: 30 },
  });
  database = await startEmbedded({ dataDir });
  backend = await startBackendProcess({
    DATABASE_URL: database.url,
    OPENAI_BASE_URL: provider.url,
    CATB_MODEL: 'openai/stand-in',
    CATB_MODEL_DEADLINE_SECONDS: '10',
  });
}, 150_000);
afterAll(async () => {
  await backend?.end('SIGKILL');
  await provider.close();
  await database?.stop();
  await removeFaultFolder(dataDir);
}, 60_000);

it('while PostgreSQL is restarted under load a turn is told to try again, and the server recovers', async () => {
  const client = createTestClient(backend.url);
  const sessions = await Promise.all(Array.from({ length: 20 }, () => client.newSession()));
  const asked = makeQuestions(sessions, 10);
  const refusals: Refusal[] = [];
  // Sixteen of them at work at any time, each with its next question at once.
  const queue = [...asked];
  const ask = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await askUntilAnswered(next, {
        url: () => backend.url,
        onRefusal: (refusal) => refusals.push(refusal),
      });
    }
  };
  const done = Promise.all(Array.from({ length: 16 }, ask));
  done.catch(() => undefined);
  const answered = () => asked.filter(({ reply }) => reply !== undefined).length;
  await until('40 are answered', () => answered() >= 40);

  const { port } = database;
  await database.stop();
  const refused = refusals.length;
  await until('turns are refused', () => refusals.length > refused);
  const { token, started } = { token: sessions[0]!.sessionToken, started: Date.now() };
  const history = await client.request('GET', '/session/history', { token });
  expect(history).toMatchObject({ status: 503, body: { code: 'database_unavailable' } });
  expect(Number(history.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect((await client.request('GET', '/health')).status).toBe(200);
  expect((await client.request('GET', '/health/ready')).status).toBe(503);
  await sleep(1_000);
  database = await startEmbedded({ dataDir, port });
  await done;

  expect(answered()).toBe(200);
  for (const { status, code, retryAfter } of refusals) {
    expect(['database_unavailable', 'turn_in_progress']).toContain(code);
    expect(status).toBe(code === 'turn_in_progress' ? 409 : 503);
    expect(retryAfter).toBeGreaterThan(0);
  }
  conversationsMustBeWhole(await readMessages(database.superuserUrl), asked);
  expect((await client.request('GET', '/health/ready')).status).toBe(200);
}, 150_000);
