import {
  connectAs,
  createTestDatabase,
  openServer,
  openTurn,
  type TestDatabase,
} from '@catb/database/testing';
import {
  createSession,
  revokeSession,
  sessionHistory,
  type Database,
  type SessionToken,
} from '@catb/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;
let server: Database;
let session: SessionToken;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  session = await createSession(server);
  await openTurn(server, session.sessionToken, 'a secret');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** What anon sees of the messages with these two settings, as they are. */
async function seenWith(claims: string | null, headers: string | null): Promise<number> {
  return await database.as('anon', async (client) => {
    if (claims !== null)
      await client.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
    if (headers !== null)
      await client.query(`select set_config('request.headers', $1, true)`, [headers]);
    return (await client.query('select from public.messages')).rowCount ?? -1;
  });
}

const deep = '['.repeat(100_000);
/** What opens nothing, and is no error either. */
const malformed: [string, (id: string) => string][] = [
  ['nothing', () => ''],
  ['a space', () => ' '],
  ['no JSON', () => '{"session_id": '],
  ['an array', (id) => `["${id}"]`],
  ['an array of claims', (id) => `[{"session_id": "${id}"}]`],
  ['a number', () => '42'],
  ['a text', (id) => `"${id}"`],
  ['null', () => 'null'],
  ['a number as the id', () => '{"session_id": 7}'],
  ['null as the id', () => '{"session_id": null}'],
  ['an object as the id', (id) => `{"session_id": {"session_id": "${id}"}}`],
  ['a list as the id', (id) => `{"session_id": ["${id}"]}`],
  ['an id with SQL after it', (id) => `{"session_id": "${id}' or true --"}`],
  ['an id in braces', (id) => `{"session_id": "{${id}}"}`],
  ['an id with a space', (id) => `{"session_id": " ${id}"}`],
  ['an id with a newline', (id) => `{"session_id": "${id}\\n"}`],
  ['a NUL character', () => '{"session_id": "\\u0000"}'],
  ['half a surrogate pair', () => '{"session_id": "\\ud83d"}'],
  ['a number that is too large', (id) => `{"session_id": "${id}", "n": 1e999999}`.replace(id, 'x')],
  ['brackets a hundred thousand deep', () => deep],
  ['another name', (id) => `{"sessionId": "${id}"}`],
  ['capitals in the name', (id) => `{"SESSION_ID": "${id}"}`],
  ['the id of nobody', () => '{"session_id": "01890000-0000-7000-8000-000000000000"}'],
];

describe('a claim', () => {
  it('with the id of a session opens it', async () => {
    expect(await seenWith(JSON.stringify({ session_id: session.sessionId }), null)).toBe(2);
    expect(
      await seenWith(JSON.stringify({ session_id: session.sessionId.toUpperCase() }), null),
    ).toBe(2);
  });

  it.each(malformed)('that is %s opens nothing', async (_name, make) => {
    expect(await seenWith(make(session.sessionId), null)).toBe(0);
  });

  it.each(malformed.slice(0, 8))(
    'that is %s, as the headers, opens nothing',
    async (_name, make) => {
      expect(await seenWith(null, make(session.sessionId))).toBe(0);
    },
  );

  it('of a revoked session opens nothing', async () => {
    const other = await createSession(server);
    await openTurn(server, other.sessionToken);
    const claims = JSON.stringify({ session_id: other.sessionId });
    expect(await seenWith(claims, null)).toBe(2);
    await revokeSession(server, other.sessionToken);
    expect(await seenWith(claims, null)).toBe(0);
  });

  it.each(['catb_server', 'catb_analyst', 'service_role', 'postgres'])(
    'counts for no one who connects as %s: it has no secret in it',
    async (role) => {
      await connectAs(database, role, async (client) => {
        await client.query(`select set_config('request.jwt.claims', $1, false)`, [
          JSON.stringify({ session_id: session.sessionId, role: 'anon' }),
        ]);
        for (const call of [
          'public.session_history()',
          'public.export_session()',
          'public.erase_session()',
        ]) {
          await expect(client.query(`select * from ${call}`)).rejects.toThrow(
            /session token was not accepted|permission denied/,
          );
        }
      });
    },
  );
});

describe('a claim and a header', () => {
  const claims = () => JSON.stringify({ session_id: session.sessionId });
  const headers = (token: string) => JSON.stringify({ 'x-session-token': token });

  it('that agree open the session', async () => {
    expect(await seenWith(claims(), headers(session.sessionToken))).toBe(2);
  });

  it('that differ open neither', async () => {
    const other = await createSession(server);
    expect(await seenWith(claims(), headers(other.sessionToken))).toBe(0);
    expect(await seenWith(claims(), headers('catb_wrong'))).toBe(0);
    expect(await seenWith('{"session_id": "nobody"}', headers(session.sessionToken))).toBe(0);
  });
});

describe('in a connection that is used again', () => {
  it('claims that were set for a transaction are gone with it', async () => {
    await connectAs(database, 'postgres', async (client) => {
      await client.query('begin');
      await client.query('set local role anon');
      await client.query(`select set_config('request.jwt.claims', $1, true)`, [
        JSON.stringify({ session_id: session.sessionId }),
      ]);
      expect((await client.query('select from public.messages')).rowCount).toBe(2);
      await client.query('commit');
      await client.query('begin');
      await client.query('set local role anon');
      expect((await client.query('select from public.messages')).rowCount).toBe(0);
      await client.query('commit');
    });
  });

  it('a statement prepared for one session shows the next one its own rows', async () => {
    await connectAs(database, 'postgres', async (client) => {
      const other = await createSession(server);
      for (const [id, count] of [
        [session.sessionId, 2],
        [other.sessionId, 0],
        [session.sessionId, 2],
      ]) {
        await client.query('begin');
        await client.query('set local role anon');
        await client.query(`select set_config('request.jwt.claims', $1, true)`, [
          JSON.stringify({ session_id: id }),
        ]);
        const read = { name: 'read', text: 'select from public.messages' };
        expect((await client.query(read)).rowCount).toBe(count);
        await client.query('commit');
      }
    });
  });

  it('the operations leave no setting behind', async () => {
    const one = await openServer(database, 1);
    try {
      await sessionHistory(one, session);
      const { rows } = await one.pool.query(
        `select current_setting('request.jwt.claims', true) as claims,
                current_setting('request.headers', true) as headers,
                current_user::text as role, current_setting('search_path') as path`,
      );
      expect(rows).toEqual([
        { claims: null, headers: null, role: 'catb_server', path: '"$user", public' },
      ]);
    } finally {
      await one.close();
    }
  });
});
