import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ provider: { kind: 'echo' } });
});
afterAll(() => server.stop());

const disclaimer = /I am not a vet, and this is general information/;

describe('an answer as JSON', () => {
  test('has the reply, its triage, usage and model, and is stored as it was sent', async () => {
    const { sessionToken } = await server.newSession();
    const { status, body } = await server.chat(sessionToken, 'How often do I brush a cat?');
    expect(status).toBe(200);
    expect(body).toMatchObject({ seq: 2, state: 'complete', truncated: false });
    expect(body.triage).toMatchObject({ category: expect.any(String), redFlags: [] });
    expect(body.usage.certainty).toBe('exact');
    expect(body.model.provider).toBe('openai');
    expect(body.reply).toMatch(/^How often do I brush a cat\?/);
    expect(body.reply).toMatch(disclaimer);
    const [question, answer] = await server.history(sessionToken);
    expect(question).toMatchObject({
      seq: 1,
      role: 'user',
      content: 'How often do I brush a cat?',
    });
    expect(answer).toMatchObject({ seq: 2, content: body.reply, state: 'complete' });
  });

  test('takes two statements of the database', async () => {
    const { sessionToken } = await server.newSession();
    await server.chat(sessionToken, 'warm up');
    const superuser = new pg.Client({ connectionString: server.database.superuserUrl });
    await superuser.connect();
    await superuser.query(
      'create extension if not exists pg_stat_statements with schema extensions',
    );
    const calls = async () => {
      const { rows } = await superuser.query<{ calls: string }>(
        `select coalesce(sum(calls), 0) as calls from extensions.pg_stat_statements
         where userid = 'catb_server'::regrole and toplevel
           and dbid = (select oid from pg_database where datname = current_database())`,
      );
      return Number(rows[0]?.calls);
    };
    const before = await calls();
    await server.chat(sessionToken, 'How much water does a cat drink?');
    expect((await calls()) - before).toBe(2);
    await superuser.end();
  });

  test('the same key gives the same turn, once', async () => {
    const { sessionToken } = await server.newSession();
    const first = await server.chat(sessionToken, 'Do cats dream?', 'key-1');
    const again = await server.chat(sessionToken, 'Do cats dream?', 'key-1');
    expect(again.body).toMatchObject({ seq: first.body.seq, reply: first.body.reply });
    expect(again.body.model).toEqual(first.body.model);
    expect(await server.history(sessionToken)).toHaveLength(2);
    const other = await server.chat(sessionToken, 'Something else', 'key-1');
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  test('a second request with the key of a turn under way is asked to wait', async () => {
    server.provider?.setBehaviour({ kind: 'answer', text: 'one two three four', wordDelayMs: 150 });
    const { sessionToken } = await server.newSession();
    const first = server.chat(sessionToken, 'slow', 'key-2');
    await new Promise((resolve) => setTimeout(resolve, 250));
    const second = await server.chat(sessionToken, 'slow', 'key-2');
    expect(second).toMatchObject({ status: 409, body: { code: 'turn_in_progress' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await first).status).toBe(200);
    server.provider?.setBehaviour({ kind: 'echo' });
  });

  test('an answer never has more than 300 tokens', async () => {
    server.provider?.setBehaviour({ kind: 'answer', text: 'many words '.repeat(600) });
    const { sessionToken } = await server.newSession();
    const { body } = await server.chat(sessionToken, 'My cat swallowed antifreeze just now!');
    expect(body.truncated).toBe(true);
    expect(body.triage.category).toBe('emergency');
    const [, answer] = await server.history(sessionToken);
    expect(answer.tokenCount).toBeLessThanOrEqual(300);
    expect(answer.content).toBe(body.reply);
    server.provider?.setBehaviour({ kind: 'echo' });
  });
});

describe('an answer as a stream', () => {
  test('comes as tokens, the first with triage and seq, and ends with what is stored', async () => {
    const { sessionToken } = await server.newSession();
    const events = [];
    for await (const event of server.stream(sessionToken, 'Can cats eat rice?')) events.push(event);
    expect(events[0]).toMatchObject({ event: 'token', data: { seq: 2, triage: { redFlags: [] } } });
    const done = events.at(-1);
    expect(done?.event).toBe('done');
    const spoken = events
      .slice(0, -1)
      .map(({ data }) => data.text)
      .join('');
    expect(spoken).toBe(done?.data.reply);
    const [, answer] = await server.history(sessionToken);
    expect(answer.content).toBe(spoken);
  });

  test('what was streamed when the client hangs up is kept as aborted', async () => {
    server.provider?.setBehaviour({ kind: 'answer', text: 'word '.repeat(100), wordDelayMs: 30 });
    const { sessionToken } = await server.newSession();
    let heard = '';
    for await (const { data } of server.stream(sessionToken, 'Tell me a lot')) {
      heard += data.text;
      if (heard.length > 40) break;
    }
    const answer = await answerInState(server, sessionToken, 'aborted');
    expect(answer.content.startsWith(heard.trim())).toBe(true);
    expect(answer.content.length).toBeLessThan(400);
    server.provider?.setBehaviour({ kind: 'echo' });
  });
});

describe('an emergency', () => {
  const message = 'My male cat keeps straining in the litter box and nothing comes out';

  test('puts the call to a vet first, whatever the model says', async () => {
    server.provider?.setBehaviour({ kind: 'answer', text: 'It is nothing, relax.' });
    const { sessionToken } = await server.newSession();
    const { body } = await server.chat(sessionToken, message);
    expect(body.triage.category).toBe('emergency');
    expect(body.reply).toMatch(/^\*\*Call a vet or an emergency animal hospital now\.\*\*/);
    const [question] = await server.history(sessionToken);
    expect(question.triage).toMatchObject({ category: 'emergency' });
    expect(question.triage.redFlags.length).toBeGreaterThan(0);
    server.provider?.setBehaviour({ kind: 'echo' });
  });

  test('is one even when it takes two messages to say it', async () => {
    const { sessionToken } = await server.newSession();
    await server.chat(sessionToken, 'He keeps straining in the litter box');
    const { body } = await server.chat(sessionToken, 'nothing is coming out');
    expect(body.triage.category).toBe('emergency');
    const messages = await server.history(sessionToken);
    expect(messages[2].triage.category).toBe('emergency');
  });

  test('is one even when the model fails', async () => {
    server.provider?.setBehaviour({ kind: 'status', status: 500 });
    const { sessionToken } = await server.newSession();
    const { status, body } = await server.chat(sessionToken, message);
    expect(status).toBe(200);
    expect(body.state).toBe('failed');
    expect(body.reply).toMatch(/^\*\*Call a vet/);
    server.provider?.setBehaviour({ kind: 'echo' });
  });
});

async function answerInState(from: TestServer, token: string, state: string) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answer = (await from.history(token)).at(-1);
    if (answer.state === state) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer became ${state}`);
}
