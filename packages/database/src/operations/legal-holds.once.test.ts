import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  connectAs,
  converse,
  createTestDatabase,
  mustRefuse,
  openServer,
  permissionDenied,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { createSession } from './create-session.ts';
import { eraseSession } from './erase-session.ts';
import { listHolds } from './list-holds.ts';
import { placeHold } from './place-hold.ts';
import { recordFeedback } from './record-feedback.ts';
import { releaseHold } from './release-hold.ts';
import { setPreferences } from './set-preferences.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
  server = await openServer(database);
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});

const why = 'a letter of the court';
const onHold = 'MU070';

/** A session with a row in each table, on hold. */
async function hold() {
  const { sessionId, sessionToken } = await createSession(server);
  const { replySeq } = await converse(server, sessionToken);
  await recordFeedback(server, { sessionToken, seq: replySeq, rating: 'up' });
  await setPreferences(server, { sessionToken, preferences: { catName: 'Tom' } });
  for (const text of [
    `insert into public.context_summaries (session_id) values ($1)`,
    `insert into public.imported_conversations (session_id, source, conversation_id) values ($1, 'x', $1::uuid::text)`,
  ]) {
    await database.pool.query(text, [sessionId]);
  }
  return { sessionId, sessionToken, holdId: await placeHold(owner, sessionId, why) };
}

describe('a session on hold', () => {
  it('is erased by nobody: not by its person, and not by the owner, table by table or at once', async () => {
    const { sessionId, sessionToken, holdId } = await hold();
    await expect(eraseSession(server, sessionToken)).rejects.toMatchObject({
      code: 'session_on_hold',
      status: 409,
    });
    const { rows: tables } = await database.pool.query<{ name: string; key: string }>(
      `select distinct c.conrelid::regclass::text as name, 'session_id' as key from pg_constraint c
       where c.contype = 'f' and c.confrelid in ('public.sessions'::regclass, 'public.messages'::regclass)
         and c.conrelid <> 'catb.legal_holds'::regclass
       union all select 'public.sessions', 'id'`,
    );
    expect(tables.length).toBeGreaterThanOrEqual(7);
    for (const { name, key } of tables) {
      await mustRefuse(
        database.pool.query(`delete from ${name} where ${key} = $1`, [sessionId]),
        onHold,
      );
      await mustRefuse(database.pool.query(`truncate ${name} cascade`), onHold);
    }
    // Without the triggers the foreign key is still there.
    const client = await database.pool.connect();
    try {
      await client.query('begin; alter table public.sessions disable trigger keep_held');
      for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
      await mustRefuse(
        client.query('delete from public.sessions where id = $1', [sessionId]),
        '23001|23503',
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
    await releaseHold(owner, holdId, 'the case is closed');
    expect((await eraseSession(server, sessionToken)).erased.messages).toBe(2);
  });

  it('goes on as before for its person', async () => {
    const { sessionToken } = await hold();
    const { seq } = await converse(server, sessionToken, 'And now?');
    expect(seq).toBe(3);
  });

  it('stays until the last of its holds is released; then only a hash is left', async () => {
    const { sessionId, sessionToken, holdId } = await hold();
    const second = await placeHold(owner, sessionId, 'a second case');
    await releaseHold(owner, holdId, 'the case is closed');
    await expect(eraseSession(server, sessionToken)).rejects.toMatchObject({
      code: 'session_on_hold',
    });
    await releaseHold(owner, second, 'the case is closed');
    await expect(releaseHold(owner, second, 'the case is closed')).rejects.toMatchObject({
      code: 'hold_invalid',
    });
    await eraseSession(server, sessionToken);
    await rowsMustMatch(
      database.pool,
      `select count(*)::integer as holds, count(session_id)::integer as named from catb.legal_holds
       where session_sha256 = sha256(convert_to('${sessionId}', 'UTF8'))`,
      [{ holds: 2, named: 0 }],
    );
    await rowsMustMatch(
      database.pool,
      `select action, reason from public.audit_log
       where session_sha256 = sha256(convert_to('${sessionId}', 'UTF8')) order by at`,
      [
        { action: 'hold_placed', reason: why },
        { action: 'hold_placed', reason: 'a second case' },
        { action: 'hold_released', reason: 'the case is closed' },
        { action: 'hold_released', reason: 'the case is closed' },
        { action: 'session_erased', reason: null },
      ],
    );
  });

  it('one that is being erased at that moment can not be held, and the other way round', async () => {
    const { sessionId } = await createSession(server);
    const erasure = await database.pool.connect();
    await erasure.query('begin');
    await erasure.query('delete from public.sessions where id = $1', [sessionId]);
    const placed = expect(placeHold(owner, sessionId, why)).rejects.toMatchObject({
      code: 'hold_invalid',
    });
    await erasure.query('commit');
    await placed;
    const other = await createSession(server);
    await erasure.query('begin');
    await erasure.query('select catb.place_hold($1, $2)', [other.sessionId, why]);
    const refused = expect(eraseSession(server, other.sessionToken)).rejects.toMatchObject({
      code: 'session_on_hold',
    });
    await erasure.query('commit');
    erasure.release();
    await refused;
  });
});

it('a reason is words, and SQL in one is words too', async () => {
  const { sessionId } = await createSession(server);
  for (const reason of ['', '   short   ', 'x'.repeat(1_001)]) {
    await expect(placeHold(owner, sessionId, reason)).rejects.toMatchObject({
      code: 'hold_invalid',
    });
  }
  const attack = `'); delete from public.sessions; --`;
  const id = await placeHold(owner, sessionId, attack);
  expect(await listHolds(owner)).toContainEqual(expect.objectContaining({ id, reason: attack }));
  await expect(placeHold(owner, '00000000-0000-7000-8000-000000000000', why)).rejects.toMatchObject(
    { code: 'hold_invalid' },
  );
});

it('the owner can neither delete a hold nor change one that is released', async () => {
  const { holdId } = await hold();
  await mustRefuse(database.pool.query('delete from catb.legal_holds'), 'MU071');
  await mustRefuse(database.pool.query('truncate catb.legal_holds'), onHold);
  await mustRefuse(
    database.pool.query(`update catb.legal_holds set reason = 'another reason' where id = $1`, [
      holdId,
    ]),
    'MU071',
  );
  await releaseHold(owner, holdId, 'the case is closed');
  await mustRefuse(
    database.pool.query(
      `update catb.legal_holds set release_reason = 'another reason' where id = $1`,
      [holdId],
    ),
    'MU071',
  );
});

it.each(['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst'])(
  '%s places no hold, releases none and sees none',
  async (role) => {
    const { sessionId, holdId } = await hold();
    await connectAs(database, role, async (client) => {
      for (const call of [
        `select catb.place_hold('${sessionId}', '${why}')`,
        `select catb.release_hold('${holdId}', '${why}')`,
        'select * from catb.legal_holds',
        `update catb.legal_holds set released_at = now(), session_id = null`,
      ]) {
        await mustRefuse(client.query(call), permissionDenied);
      }
    });
  },
);
