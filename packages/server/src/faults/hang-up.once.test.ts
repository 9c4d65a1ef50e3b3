import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { until } from './fault-folder.ts';

const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ provider: { kind: 'answer', text, wordDelayMs: 50 } });
});
afterAll(() => server?.stop());

it('of fifty clients that hang up in the middle each has what it heard kept as aborted', async () => {
  const heard = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const { sessionToken } = await server.newSession();
      let spoken = '';
      let words = 0;
      // Each hangs up at another word, the first one at the first.
      for await (const { data } of server.stream(sessionToken, 'Tell me a lot')) {
        spoken += data.text;
        words += 1;
        if (words > index % 20) break;
      }
      return { sessionToken, spoken };
    }),
  );
  for (const { sessionToken, spoken } of heard) {
    const newest = async () => (await server.history(sessionToken)).at(-1);
    await until('the answer is closed', async () => (await newest()).state !== 'pending');
    const answer = await newest();
    expect(answer).toMatchObject({ seq: 2, state: 'aborted' });
    expect(answer.content.startsWith(spoken.trim())).toBe(true);
    expect(text.startsWith(answer.content.trim())).toBe(true);
  }
  // Nobody is left to hear the rest, so the provider is not paid for it.
  await until('the provider is told', () => server.provider!.openCount === 0);
  expect(server.provider!.abandonedCount).toBe(50);
}, 60_000);
