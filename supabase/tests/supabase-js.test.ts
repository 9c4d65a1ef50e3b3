import { createHmac } from 'node:crypto';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';

const publishableKey = `sb_publishable_${'k'.repeat(22)}_${'c'.repeat(8)}`;
const jwtSecret = 'a secret for tests only, long enough for HS256';

let database: TestDatabase;
let app: App;
let connection: ReturnType<typeof createPostgresConnection>;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = createPostgresConnection({ url: database.url });
  app = new App({
    connection,
    auth: { publishable_key: publishableKey, jwt_secret: jwtSecret },
  } as unknown as ConstructorParameters<typeof App>[0]);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

/** A client as a browser has one: the publishable key, and what makes it somebody. */
function client(headers: Record<string, string> = {}): SupabaseClient {
  return createClient('http://catb.test', publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
    global: {
      headers,
      fetch: (input, init) => Promise.resolve(app.fetch(new Request(input, init))),
    },
  });
}

function jwtFor(sessionId: string): string {
  // No `sub`: that would name a user of the service, and a session of catb needs none.
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
    role: 'authenticated',
    aud: 'authenticated',
    iat: now,
    exp: now + 600,
    session_id: sessionId,
  })}`;
  return `${body}.${createHmac('sha256', jwtSecret).update(body).digest('base64url')}`;
}

// The stand-in has no place for SQLSTATEs it does not know; the hosted service gives MU001 as the code.
const refused = /The session token was not accepted\./;

interface Session {
  session_id: string;
  session_token: string;
}

/** Starts a session through supabase-js and says something in it, as the server would. */
async function newSession(): Promise<Session> {
  const { data, error } = await client().rpc('create_session').single<Session>();
  if (error) throw new Error(error.message);
  const { rows } = await database.pool.query<{
    session_id: string;
    reply_seq: number;
    attempt_id: string;
  }>(`select * from public.begin_turn($1, 'hello', 1)`, [data.session_token]);
  const turn = rows[0];
  await database.pool.query(
    `select public.finish_turn($1, $2, $3, 'good day', 2, false, false, 'offline-guide', 'offline-guide',
       'request-1', 'exact', 0, 0, 0, 2, 1, 1, 'stop')`,
    [turn?.session_id, turn?.reply_seq, turn?.attempt_id],
  );
  return data;
}

async function rowsOf(session: Session): Promise<unknown[]> {
  const { rows } = await database.pool.query<Record<string, unknown>>(
    'select * from public.messages where session_id = $1 order by seq',
    [session.session_id],
  );
  return rows;
}

const as = (session: Session) => client({ 'x-session-token': session.session_token });
const signedInAs = (session: Session) =>
  client({ authorization: `Bearer ${jwtFor(session.session_id)}` });

describe('acting as the owner', () => {
  test('every function for people works with the token in a header', async () => {
    const owner = as(await newSession());
    const history = await owner.rpc('session_history', { p_limit: 10 });
    expect(history.data).toMatchObject([
      { seq: 1, content: 'hello' },
      { seq: 2, content: 'good day' },
    ]);
    expect(
      (await owner.rpc('record_feedback', { p_seq: 2, p_rating: 'up', p_comment: 'thanks' })).error,
    ).toBeNull();
    const set = await owner.rpc('set_preferences', {
      p_preferences: { catName: 'Miso', ageMonths: 30 },
    });
    expect(set.data).toEqual({ catName: 'Miso', ageMonths: 30 });
    expect((await owner.rpc('get_preferences')).data).toEqual({ catName: 'Miso', ageMonths: 30 });
    const rotated = await owner.rpc('rotate_session_token').single<Session>();
    expect(rotated.data?.session_token).toMatch(/^catb_/);
    expect((await owner.rpc('session_history')).error?.message).toMatch(refused);
    const renewed = as(rotated.data as Session);
    expect((await renewed.rpc('revoke_session')).error).toBeNull();
    expect((await renewed.rpc('get_preferences')).error?.message).toMatch(refused);
  });

  test('the token may be an argument', async () => {
    const { session_token } = await newSession();
    const { data } = await client().rpc('session_history', { p_session_token: session_token });
    expect(data).toHaveLength(2);
  });

  test("reads one's own messages as a table, with a JWT that names the session", async () => {
    const session = await newSession();
    await newSession();
    const { data, error } = await signedInAs(session).from('messages').select('*').order('seq');
    expect(error).toBeNull();
    expect(data).toMatchObject([
      { session_id: session.session_id, seq: 1, content: 'hello' },
      { session_id: session.session_id, seq: 2, content: 'good day' },
    ]);
  });
});

describe('acting as a stranger', () => {
  test('sees nothing of another session and changes nothing in it', async () => {
    const session = await newSession();
    const stranger = await newSession();
    const signedIn = signedInAs(stranger);
    const read = await signedIn.from('messages').select('*').eq('session_id', session.session_id);
    expect(read).toMatchObject({ data: [], error: null });
    const before = await rowsOf(session);
    const row = {
      session_id: session.session_id,
      seq: 9,
      role: 'user',
      content: 'x',
      token_count: 1,
    };
    const theirs = signedIn.from('messages');
    expect(
      (await theirs.update({ content: 'mine' }).eq('session_id', session.session_id).select())
        .data ?? [],
    ).toEqual([]);
    expect((await theirs.insert(row).select()).data ?? []).toEqual([]);
    expect((await theirs.upsert(row).select()).data ?? []).toEqual([]);
    expect(
      (await theirs.delete().eq('session_id', session.session_id).select()).data ?? [],
    ).toEqual([]);
    expect(await rowsOf(session)).toEqual(before);
  });

  test('a claim and a token of two sessions open neither', async () => {
    const [one, other] = [await newSession(), await newSession()];
    const both = client({
      authorization: `Bearer ${jwtFor(one.session_id)}`,
      'x-session-token': other.session_token,
    });
    expect((await both.rpc('session_history')).error?.message).toMatch(refused);
  });
});

describe('acting as nobody', () => {
  test('sees no row of any table and no history', async () => {
    const session = await newSession();
    for (const table of ['messages', 'preferences', 'feedback']) {
      expect(await client().from(table).select('*')).toMatchObject({ data: [] });
    }
    expect((await client().from('sessions').select('id')).data).toEqual([]);
    // The stand-in answers with no rows where the hosted service refuses; either way nothing is seen.
    expect((await client().from('model_calls').select('*')).data ?? []).toEqual([]);
    expect((await client().rpc('session_history')).error?.message).toMatch(refused);
    const forged = client({
      'x-session-token': `catb_${session.session_token.slice(5).split('').reverse().join('')}`,
    });
    expect((await forged.rpc('session_history')).error?.message).toMatch(refused);
  });

  test('may call no function of the server', async () => {
    const { session_token } = await newSession();
    const begun = await client().rpc('begin_turn', {
      p_session_token: session_token,
      p_message: 'x',
      p_token_count: 1,
    });
    expect(begun.error).not.toBeNull();
    expect(begun.error?.message).toMatch(/permission denied for function begin_turn/);
    expect((await client().rpc('triage_rules_current')).error).not.toBeNull();
  });
});
