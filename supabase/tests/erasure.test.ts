import {
  converse,
  createTestDatabase,
  exampleCall,
  openServer,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import {
  beginSummary,
  createSession,
  eraseSession,
  exportSession,
  finishSummary,
  recordFeedback,
  setPreferences,
  type Database,
} from '@catb/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const marker = 'Marmalade limps';

interface Person {
  sessionId: string;
  sessionToken: string;
}

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A session with a row in every table that can have one. */
async function settle(): Promise<Person> {
  const person = await createSession(server);
  const { sessionToken } = person;
  for (let turn = 0; turn < 3; turn += 1) await converse(server, sessionToken, marker, marker);
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'down', comment: marker });
  await setPreferences(server, {
    sessionToken,
    preferences: { catName: marker, conditions: marker },
  });
  const claim = await beginSummary(server, { sessionToken, windowFromSeq: 3 });
  await finishSummary(server, { ...claim!, content: marker, tokenCount: 3, call: exampleCall() });
  await database.pool.query(
    `insert into public.imported_conversations (session_id, source, conversation_id, title)
     values ($1, 'test', $2, $3)`,
    [person.sessionId, person.sessionId, marker],
  );
  return person;
}

/** Every row of every table of ours, as text, with the table's name before it. */
async function dump(): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'catb') and tablename !~ '^triage_'`,
  );
  const dumped: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t`,
    );
    dumped.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return dumped;
}

const tablesNaming = (rows: string[], text: string) => [
  ...new Set(rows.filter((row) => row.includes(text)).map((row) => row.split(' ')[0])),
];

describe('an erasure', () => {
  it('leaves nothing that names the session or says what was said, in any table', async () => {
    const [person, bystander] = [await settle(), await settle()];
    const { rows: owned } = await database.pool.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'session_id' and c.relkind in ('r', 'p') and n.nspname in ('public', 'catb')
         -- A session with a row in there is not erased at all.
         and c.oid <> 'catb.legal_holds'::regclass`,
    );
    const everywhere = [...owned.map(({ name }) => name), 'public.sessions'].sort();
    expect(tablesNaming(await dump(), person.sessionId).sort()).toEqual(everywhere);

    await eraseSession(server, person.sessionToken);
    expect(tablesNaming(await dump(), person.sessionId)).toEqual([]);
    expect(tablesNaming(await dump(), bystander.sessionId).sort()).toEqual(everywhere);

    await eraseSession(server, bystander.sessionToken);
    expect(tablesNaming(await dump(), marker)).toEqual([]);
  });

  it('counts what it deletes, and its receipt is in the audit log', async () => {
    const { sessionId, sessionToken } = await settle();
    const receipt = await eraseSession(server, sessionToken);
    expect(receipt.erased).toEqual({
      messages: 6,
      modelCalls: 4,
      feedback: 1,
      preferences: 1,
      summaries: 1,
    });
    await rowsMustMatch(
      database.pool,
      `select action, actor, reason, at, counts, session_sha256 = sha256(convert_to($2, 'UTF8')) as same
       from public.audit_log where id = $1`,
      [
        {
          action: 'session_erased',
          actor: 'catb_server',
          reason: null,
          at: receipt.erasedAt,
          counts: receipt.erased,
          same: true,
        },
      ],
      [receipt.receipt, sessionId],
    );
  });

  it('of a session that said nothing is fine, and the second one is refused', async () => {
    const { sessionToken } = await createSession(server);
    expect((await eraseSession(server, sessionToken)).erased.messages).toBe(0);
    await expect(eraseSession(server, sessionToken)).rejects.toMatchObject({
      code: 'session_token_refused',
    });
  });
});

describe('an export', () => {
  it('holds everything about the session, and nothing that opens it', async () => {
    const { sessionId, sessionToken } = await settle();
    const text = await exportSession(server, sessionToken);
    const document = JSON.parse(text) as Record<string, unknown>;
    expect(document).toMatchObject({
      format: 'catb-session-1',
      sessionId,
      preferences: { catName: marker, conditions: marker },
      summary: marker,
      feedback: [{ seq: 2, rating: 'down', comment: marker }],
    });
    expect(document['messages']).toHaveLength(6);
    expect(document['modelCalls']).toHaveLength(4);

    const secret = Buffer.from(sessionToken.slice(5), 'base64url').subarray(16);
    const { rows } = await database.pool.query<{ hash: string }>(
      `select encode(secret_sha256, 'hex') as hash from public.sessions where id = $1`,
      [sessionId],
    );
    for (const key of [
      sessionToken,
      secret.toString('hex'),
      secret.toString('base64'),
      rows[0]!.hash,
    ]) {
      expect(text).not.toContain(key);
    }
  });

  it('has each column of a message and of a call, but for what only the machinery needs', async () => {
    const machinery = ['session_id', 'idempotency_key', 'attempt_id', 'tokenizer'];
    const names: Record<string, string> = {
      triage_category: 'triage',
      usage_certainty: 'usage',
      cost_certainty: 'cost',
    };
    const { sessionToken } = await settle();
    const document = JSON.parse(await exportSession(server, sessionToken)) as Record<
      string,
      object[]
    >;
    for (const [table, kind] of [
      ['messages', 'messages'],
      ['model_calls', 'modelCalls'],
      ['feedback', 'feedback'],
    ] as const) {
      const { rows } = await database.pool.query<{ name: string }>(
        `select attname as name from pg_attribute
         where attrelid = ('public.' || $1)::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      const expected = rows
        .map(({ name }) => name)
        .filter((name) => !machinery.includes(name))
        .map(
          (name) =>
            names[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        );
      expect(Object.keys(document[kind]![0]!).sort()).toEqual(expected.sort());
    }
  });

  it('of a session that said nothing is whole too', async () => {
    const { sessionToken } = await createSession(server);
    expect(JSON.parse(await exportSession(server, sessionToken))).toMatchObject({
      preferences: null,
      summary: null,
      messages: [],
      feedback: [],
      modelCalls: [],
    });
  });
});
