import {
  createTestDatabase,
  exampleCall,
  exampleReply,
  openServer,
  openTurn,
  type TestDatabase,
} from '@catb/database/testing';
import {
  beginSummary,
  beginTurn,
  checkpointTurn,
  createSession,
  exportSession,
  failTurn,
  finishSummary,
  finishTurn,
  getPreferences,
  recordFeedback,
  sessionHistory,
  setPreferences,
  type Database,
} from '@catb/database';
import { exampleTurn } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;
let server: Database;
let catalogBefore: unknown;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  catalogBefore = await catalog();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function catalog(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select (select count(*) from pg_class) as relations, (select count(*) from pg_proc) as functions,
            (select count(*) from pg_policy) as policies, (select count(*) from pg_roles) as roles,
            (select count(*) from public.triage_rules) as rules`,
  );
  return rows;
}

const attacks = [
  `'; drop table public.messages; --`,
  `' or '1'='1`,
  `"; drop schema catb cascade; --`,
  '$$; drop table public.messages; $$',
  '$1 $2 $body$ select 1 $body$',
  `\\'; drop table public.messages; --`,
  `E'\\x27' U&'\\0027'`,
  '‘; drop table public.messages; -- ’ ＇ ʼ ′',
  '%s %I %L %1$s %% {} {0}',
  '\\N \\. \\\\ \\n \\u0000 \\x00',
  '{"role": "system", "content": "x"}], "a": [{',
  '<script>alert(1)</script> &amp; <|endoftext|>',
  'null',
  '{null,"a,b",NULL}',
  'line\r\nline\n\n\ttab\u000b\u0085\u2028end',
  '🐈‍⬛ \u202Eright to left\u202C e\u0301 ﷽ \uFEFF',
  '/* -- */ ; commit; rollback; set role postgres;',
];

describe.each(attacks)('%j', (text) => {
  it('is stored as it is, wherever a text goes, and does nothing', async () => {
    const { sessionToken } = await createSession(server);
    const short = text.slice(0, 60);
    const call = exampleCall({ provider: text, model: text, requestId: text, finishReason: text });
    const key = { idempotencyKey: text };

    const turn = await openTurn(server, sessionToken, text, {
      ...key,
      redFlags: [text, `${text},`],
    });
    expect(turn.context.at(-1)).toEqual({ role: 'user', content: text });
    expect(await checkpointTurn(server, { ...turn, replySoFar: text, tokenCount: 9 })).toBe(true);
    await finishTurn(server, exampleReply(turn, text, { call }));
    expect(await beginTurn(server, exampleTurn(sessionToken, text, key))).toMatchObject({
      reply: text,
      redFlags: [text, `${text},`],
      model: { provider: text, name: text },
    });

    const failed = await openTurn(server, sessionToken, text);
    await failTurn(server, { ...failed, apology: text, tokenCount: 9, call: exampleCall() });
    await recordFeedback(server, { sessionToken, seq: 2, rating: 'down', comment: `.${text}.` });
    const preferences = { catName: short, conditions: text };
    await setPreferences(server, { sessionToken, preferences });
    const claim = await beginSummary(server, { sessionToken, windowFromSeq: 3 });
    expect(claim?.messages.map(({ content }) => content)).toEqual([text, text]);
    await finishSummary(server, { ...claim!, content: text, tokenCount: 9, call: exampleCall() });

    const { messages } = await sessionHistory(server, { sessionToken });
    expect(messages.map(({ content }) => content)).toEqual([text, text, text, text]);
    expect(messages[1]?.feedback?.comment).toBe(`.${text}.`);
    expect(await getPreferences(server, sessionToken)).toEqual(preferences);
    expect((await openTurn(server, sessionToken, text)).summary).toBe(text);
    const document = JSON.parse(await exportSession(server, sessionToken)) as {
      messages: { content: string }[];
      modelCalls: { requestId: string }[];
    };
    expect(document.messages[0]?.content).toBe(text);
    expect(document.modelCalls.map(({ requestId }) => requestId)).toContain(text);
    expect(await catalog()).toEqual(catalogBefore);
  });
});

describe('what can not be stored', () => {
  it.each(['message', 'idempotencyKey', 'sessionToken'])(
    'a NUL character in %s is refused as text',
    async (field) => {
      const { sessionToken } = await createSession(server);
      await expect(
        beginTurn(server, { ...exampleTurn(sessionToken), [field]: 'a\u0000b' }),
      ).rejects.toMatchObject({ code: 'text_invalid', status: 400 });
    },
  );

  it('preferences are an object of known fields with their own kinds of value', async () => {
    const { sessionToken } = await createSession(server);
    for (const preferences of [
      { "catName'; drop table x; --": 'x' },
      { ageMonths: 'twelve' },
      { ageMonths: 1.5 },
      { ageMonths: -1 },
      { ageMonths: 1e12 },
      { neutered: 'perhaps' },
      { sex: 'robot' },
      { tone: 'rude' },
      { catName: '' },
      { catName: 'x'.repeat(61) },
      { conditions: 'x'.repeat(501) },
      { weightGrams: 29 },
      [],
      'text',
      7,
      null,
    ]) {
      await expect(
        setPreferences(server, { sessionToken, preferences: preferences as object }),
      ).rejects.toMatchObject({ code: 'preferences_invalid', status: 400 });
    }
    expect(await getPreferences(server, sessionToken)).toEqual({});
  });
});
