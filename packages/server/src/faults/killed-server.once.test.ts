import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '@catb/database';
import { startProviderServer, type ProviderServer } from '../testing/provider-server.ts';
import { createTestClient } from '../testing/test-client.ts';
import { askUntilAnswered, makeQuestions, type Asked } from './ask-until-answered.ts';
import { startBackendProcess, type BackendProcess } from './backend-process.ts';
import {
  acknowledgedMustBeStored,
  conversationsMustBeWhole,
  readMessages,
  runQuery,
} from './conversations-must-be-whole.ts';
import { makeFaultFolder, makeGate, removeFaultFolder, until } from './fault-folder.ts';

/** An answer is checkpointed when it takes longer than this. */
const checkpointMs = 5_000;

const dataDir = makeFaultFolder();
let provider: ProviderServer;
let backend: BackendProcess;

const start = () =>
  startBackendProcess({
    CATB_DATA_DIR: dataDir,
    OPENAI_BASE_URL: provider.url,
    CATB_MODEL: 'openai/stand-in',
    CATB_MODEL_DEADLINE_SECONDS: '30',
  });

beforeAll(async () => {
  provider = await startProviderServer({ protocol: 'openai' });
  backend = await start();
}, 120_000);
afterAll(async () => {
  await backend?.end('SIGKILL');
  await provider.close();
  await removeFaultFolder(dataDir);
}, 60_000);

const newSessions = (count: number) =>
  Promise.all(Array.from({ length: count }, () => createTestClient(backend.url).newSession()));

describe('a server that is killed', () => {
  it('in the middle of 1,000 turns has lost nothing it acknowledged, and a retry is the same turn', async () => {
    provider.setBehaviour({ kind: 'echo', wordDelayMs: 100 });
    const asked = makeQuestions(await newSessions(100), 10);
    const restarted = makeGate();
    const answers = asked.map((question) =>
      askUntilAnswered(question, {
        url: () => backend.url,
        mayRepeat: () => restarted.opened,
        withinMs: 200_000,
      }),
    );
    const done = Promise.all(answers);
    done.catch(() => undefined);
    const acknowledged = () => asked.filter((question) => question.acknowledgedAt !== undefined);
    await until('300 turns are being answered', () => acknowledged().length >= 300, 100_000);
    await backend.end('SIGKILL');
    const killedAt = Date.now();
    const unanswered = asked.filter(({ reply }) => reply === undefined).length;
    expect(unanswered).toBeGreaterThan(100);

    backend = await start();
    acknowledgedMustBeStored(await readMessages(backend.superuserUrl!), asked);
    restarted.open();
    await done;
    conversationsMustBeWhole(await readMessages(backend.superuserUrl!), asked);
    // Only what had been checkpointed is answered by what there was.
    const cut = asked.filter(({ state }) => state !== 'complete');
    expect(
      cut.filter(({ acknowledgedAt }) => killedAt - acknowledgedAt! < checkpointMs / 2),
    ).toEqual([]);
  }, 240_000);

  it('in the middle of a long answer has kept what it had stored of it', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
    provider.setBehaviour({ kind: 'answer', text, wordDelayMs: 150 });
    const client = createTestClient(backend.url);
    const { sessionId, sessionToken } = await client.newSession();
    const [question] = makeQuestions([{ sessionId, sessionToken }], 1) as [Asked];
    const restarted = makeGate();
    const answered = askUntilAnswered(question, {
      url: () => backend.url,
      mayRepeat: () => restarted.opened,
    });
    const newest = async () => (await client.history(sessionToken)).at(-1);
    await until(
      'part of the answer is stored',
      async () => (await newest())?.state === 'streaming',
    );
    const { content } = await newest();
    await backend.end('SIGKILL');
    expect(content.length).toBeGreaterThan(20);
    expect(text.startsWith(content.trim())).toBe(true);

    backend = await start();
    const again = createTestClient(backend.url);
    const kept = async () => (await again.history(sessionToken)).at(-1);
    await until('it is closed', async () => (await kept()).state === 'aborted');
    expect(await kept()).toMatchObject({ seq: 2, content });
    restarted.open();
    await answered;
    expect(question).toMatchObject({ reply: content, state: 'aborted' });
    expect(await again.history(sessionToken)).toHaveLength(2);
  }, 120_000);
});

describe('a server that is told to stop', () => {
  it('answers what it can in ten seconds, keeps the rest as aborted, and leaves nothing open', async () => {
    provider.setBehaviour((request) =>
      request <= 3
        ? { kind: 'answer', text: 'endless '.repeat(200), wordDelayMs: 150 }
        : { kind: 'echo', wordDelayMs: 150 },
    );
    const asked = makeQuestions(await newSessions(30), 1);
    const before = new Set(asked.map(({ sessionId }) => sessionId));
    const gone = new Error('no second attempt');
    const answers = asked.map((question) =>
      askUntilAnswered(question, {
        url: () => backend.url,
        mayRepeat: () => Promise.reject(gone),
      }),
    );
    const settled = Promise.allSettled(answers);
    await until('all are being answered', () =>
      asked.every(({ acknowledgedAt }) => acknowledgedAt !== undefined),
    );
    expect(await backend.end('SIGTERM')).toBe(0);
    await settled;

    const database = await startEmbedded({ dataDir });
    try {
      const messages = await readMessages(database.superuserUrl);
      const answersKept = messages.filter(
        ({ session_id, role }) => before.has(session_id) && role === 'assistant',
      );
      const states = answersKept.map(({ state }) => state).sort();
      expect(states.filter((state) => state === 'aborted')).toHaveLength(3);
      expect(states.filter((state) => state === 'complete')).toHaveLength(27);
      const open = await runQuery(
        database.superuserUrl,
        `select from public.messages where state in ('pending', 'streaming')`,
      );
      expect(open).toHaveLength(0);
      for (const { sessionId, heard } of asked) {
        const answer = answersKept.find(({ session_id }) => session_id === sessionId);
        expect(answer?.content.startsWith(heard.trim())).toBe(true);
      }
    } finally {
      await database.stop();
    }
  }, 120_000);
});
