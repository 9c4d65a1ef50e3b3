import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    provider: { kind: 'echo' },
    settings: { CATB_CONTEXT_MESSAGES: 6 },
  });
});
afterAll(() => server.stop());

interface Prompt {
  messages: { role: string; content: string }[];
}
const prompts = () =>
  (server.provider?.requests ?? []).map(({ body }) => body as unknown as Prompt);
const lastReply = () =>
  prompts().findLast(({ messages }) => /You are Mu/.test(messages[0]?.content ?? ''));
const summaries = () =>
  prompts().filter(({ messages }) => /keep the notes/.test(messages[0]?.content ?? ''));

describe('what a model is shown', () => {
  test('is the newest messages that fit, beginning with the person, and the preferences', async () => {
    const { sessionToken } = await server.newSession();
    await server.request('PUT', '/preferences', {
      token: sessionToken,
      body: { catName: 'Professor Whiskers', units: 'imperial' },
    });
    for (const n of [1, 2, 3, 4]) await server.chat(sessionToken, `Question number ${n}`);
    const shown = lastReply()?.messages ?? [];
    expect(shown[0]?.content).toMatch(/Professor Whiskers/);
    const conversation = shown.filter(({ role }) => role !== 'system');
    expect(conversation[0]?.role).toBe('user');
    expect(conversation.at(-1)?.content).toBe('Question number 4');
    expect(conversation).toHaveLength(5);
  });

  test('has a summary once enough fell out of the window', async () => {
    const { sessionToken, sessionId } = await server.newSession();
    for (let n = 1; n <= 14; n += 1) await server.chat(sessionToken, `Remember fact ${n}`);
    await expect
      .poll(
        async () => {
          const { rows } = await server.database.pool.query<{ content: string }>(
            'select content from public.context_summaries where session_id = $1',
            [sessionId],
          );
          return rows[0]?.content ?? '';
        },
        { timeout: 10_000 },
      )
      .not.toBe('');
    expect(summaries().at(-1)?.messages.at(-1)?.content).toMatch(/Remember fact 1\b/);
    await server.chat(sessionToken, 'And now?');
    expect(lastReply()?.messages[0]?.content).toMatch(/Remember fact/);
    const { rows } = await server.database.pool.query<{ purpose: string }>(
      `select purpose from public.model_calls where session_id = $1 and purpose = 'summary'`,
      [sessionId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('the triage rules', () => {
  test('a rule edited in the table holds from the next turn on', async () => {
    const { sessionToken } = await server.newSession();
    const before = await server.chat(sessionToken, 'My cat ate a zorgblatt');
    expect(before.body.triage.category).not.toBe('emergency');
    await server.database.pool.query(
      `insert into public.triage_rules (name, category, label, advice, patterns)
       values ('zorgblatt', 'emergency', 'Zorgblatt eaten', 'Take the cat to a vet.', array['zorgblatt*'])`,
    );
    const after = await server.chat(sessionToken, 'My cat ate a zorgblatt');
    expect(after.body.triage).toMatchObject({
      category: 'emergency',
      redFlags: [{ name: 'zorgblatt' }],
    });
    await server.database.pool.query(`delete from public.triage_rules where name = 'zorgblatt'`);
  });
});
