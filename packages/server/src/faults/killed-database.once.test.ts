import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProviderServer, type ProviderServer } from '../testing/provider-server.ts';
import { createTestClient } from '../testing/test-client.ts';
import { askUntilAnswered, makeQuestions } from './ask-until-answered.ts';
import { startBackendProcess, type BackendProcess } from './backend-process.ts';
import {
  acknowledgedMustBeStored,
  conversationsMustBeWhole,
  readMessages,
} from './conversations-must-be-whole.ts';
import { makeFaultFolder, postmasterOf, removeFaultFolder, until } from './fault-folder.ts';

const dataDir = makeFaultFolder();
let provider: ProviderServer;
let backend: BackendProcess;

beforeAll(async () => {
  provider = await startProviderServer({
    protocol: 'openai',
    behaviour: { kind: 'echo', wordDelayMs: 100 },
  });
  backend = await startBackendProcess({
    CATB_DATA_DIR: dataDir,
    OPENAI_BASE_URL: provider.url,
    CATB_MODEL: 'openai/stand-in',
    // The lease of an attempt is fifteen seconds longer.
    CATB_MODEL_DEADLINE_SECONDS: '20',
  });
}, 150_000);
afterAll(async () => {
  await backend?.end('SIGKILL');
  await provider.close();
  await removeFaultFolder(dataDir);
}, 60_000);

/** Asks so many questions at once, does this to PostgreSQL in the middle, and waits for every answer. */
async function surviveInTheMiddle(
  turns: number,
  strike: (postmaster: number) => void,
): Promise<void> {
  const { newSession } = createTestClient(backend.url);
  const sessions = await Promise.all(Array.from({ length: turns / 10 }, () => newSession()));
  const asked = makeQuestions(sessions, 10);
  const answers = asked.map((question) =>
    askUntilAnswered(question, { url: () => backend.url, withinMs: 200_000 }),
  );
  const done = Promise.all(answers);
  done.catch(() => undefined);
  await until(
    'a third of them are being answered',
    () => asked.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).length >= turns / 3,
    100_000,
  );
  strike(await postmasterOf(dataDir));
  expect(asked.filter(({ reply }) => reply === undefined).length).toBeGreaterThan(turns / 10);
  await done;
  const messages = await readMessages(backend.superuserUrl!);
  acknowledgedMustBeStored(messages, asked);
  conversationsMustBeWhole(messages, asked);
  expect(asked.filter(({ state }) => state !== 'complete')).toEqual([]);
}

describe('a PostgreSQL that is killed', () => {
  it('with all its processes in the middle of 1,000 turns comes back, and the server goes on as it was', async () => {
    let killed = 0;
    await surviveInTheMiddle(1_000, (postmaster) => {
      killed = postmaster;
      const children = childrenOf(postmaster);
      for (const pid of [postmaster, ...children]) process.kill(pid, 'SIGKILL');
    });
    expect(await postmasterOf(dataDir)).not.toBe(killed);
  }, 240_000);

  it('in one of its backends in the middle of 200 turns recovers by itself, and the server goes on as it was', async () => {
    let struck = 0;
    await surviveInTheMiddle(200, (postmaster) => {
      struck = postmaster;
      const backends = childrenOf(postmaster).filter((pid) => titleOf(pid).includes('catb_server'));
      process.kill(backends[0]!, 'SIGKILL');
    });
    expect(await postmasterOf(dataDir)).toBe(struck);
  }, 240_000);
});

/** The processes that PostgreSQL has started, where the system tells. */
function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

function titleOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}
