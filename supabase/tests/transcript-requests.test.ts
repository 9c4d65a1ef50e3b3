import {
  connectAs,
  converse,
  createTestDatabase,
  mustRefuse,
  openServer,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import { createSession, eraseSession, migrateDown, migrateUp, type Database } from '@catb/database';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const reason = 'a complaint came in';
const colleague = `analyst_${randomBytes(4).toString('hex')}`;

let database: TestDatabase;
let server: Database;
let sessionId: string;
let other: { sessionId: string; sessionToken: string };
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  const session = await createSession(server);
  ({ sessionId } = session);
  other = await createSession(server);
  for (const { sessionToken } of [session, other]) await converse(server, sessionToken);
  await database.pool.query(`create role ${colleague} login in role catb_analyst`);
});
afterAll(async () => {
  await server.close();
  await database.pool.query(`drop role ${colleague}`);
  await database.drop();
});

async function ask(client: pg.Client, id = sessionId): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select catb.request_transcript($1, $2) as id',
    [id, reason],
  );
  return rows[0]!.id;
}

const read = (client: pg.Client, requestId: string, id = sessionId) =>
  client.query('select content from catb.read_transcript($1, $2)', [requestId, id]);

const analyst = <T>(run: (client: pg.Client) => Promise<T>) =>
  connectAs(database, 'catb_analyst', run);

/** What the log says of this request, oldest first. */
const logged = (requestId: string) =>
  database.pool
    .query<Record<string, unknown>>(
      `select action, actor, reason, counts from public.audit_log
       where $1 in (id, request_id) order by id`,
      [requestId],
    )
    .then(({ rows }) => rows);

const requested = {
  action: 'transcript_requested',
  actor: 'catb_analyst',
  reason,
  counts: { messages: 2 },
};

describe('an analyst', () => {
  it('reads what he has asked for, and every reading is counted', async () => {
    const requestId = await analyst(async (client) => {
      const id = await ask(client);
      expect((await read(client, id)).rows).toHaveLength(2);
      expect((await read(client, id)).rows).toHaveLength(2);
      return id;
    });
    const reading = { action: 'transcript_read', actor: 'catb_analyst', reason: null };
    expect(await logged(requestId)).toEqual([
      requested,
      { ...reading, counts: { messages: 2, reading: 1 } },
      { ...reading, counts: { messages: 2, reading: 2 } },
    ]);
  });

  it('who rolls the reading back has still left his name and his reason', async () => {
    const requestId = await analyst(async (client) => {
      const id = await ask(client);
      await client.query('begin');
      expect((await read(client, id)).rows).toHaveLength(2);
      await client.query('rollback');
      return id;
    });
    expect(await logged(requestId)).toEqual([requested]);
  });

  it('who asks and reads in one transaction reads nothing', async () => {
    await analyst(async (client) => {
      await client.query('begin');
      await mustRefuse(read(client, await ask(client)), 'MU017');
    });
  });

  it.each([
    ['asks in a savepoint', ['savepoint one'], []],
    ['asks in a savepoint that is released', ['savepoint one'], ['release one']],
    ['reads in a savepoint', [], ['savepoint two']],
    [
      'nests one in another',
      ['savepoint one', 'savepoint two'],
      ['release two', 'savepoint three'],
    ],
  ])('who %s reads nothing before the commit', async (_, before, after) => {
    await analyst(async (client) => {
      await client.query('begin');
      for (const statement of before) await client.query(statement);
      const requestId = await ask(client);
      for (const statement of after) await client.query(statement);
      await client.query('savepoint try');
      await mustRefuse(read(client, requestId), 'MU017');
      await client.query('rollback to try');
      await client.query('commit');
      expect((await read(client, requestId)).rows).toHaveLength(2);
    });
  });

  it('who takes the request back to a savepoint has none', async () => {
    await analyst(async (client) => {
      await client.query('begin');
      await client.query('savepoint one');
      const requestId = await ask(client);
      await client.query('rollback to one');
      await mustRefuse(read(client, requestId), 'MU017');
    });
  });

  it('who does it in one statement, or in a block that catches errors, reads nothing', async () => {
    await analyst(async (client) => {
      await mustRefuse(
        client.query(
          `select t.content from (select catb.request_transcript($1, $2) as id) r,
             lateral catb.read_transcript(r.id, $1) t`,
          [sessionId, reason],
        ),
        'MU017',
      );
      await mustRefuse(
        client.query(`do $$
          declare v_id uuid; v_content text;
          begin
              begin
                  v_id := catb.request_transcript('${sessionId}', '${reason}');
              exception when others then null;
              end;
              select content into v_content from catb.read_transcript(v_id, '${sessionId}') limit 1;
          end $$`),
        'MU017',
      );
    });
  });

  it('who opens one session with the request for another reads nothing', async () => {
    await analyst(async (client) => {
      await mustRefuse(read(client, await ask(client), other.sessionId), 'MU017');
    });
  });

  it("who uses another role's request reads nothing, its members' neither", async () => {
    const requestId = await analyst((client) => ask(client));
    await connectAs(database, colleague, async (client) => {
      await mustRefuse(read(client, requestId), 'MU017');
      await client.query('set role catb_analyst');
      await mustRefuse(read(client, requestId), 'MU017');
      await client.query('reset role');
      expect((await read(client, await ask(client))).rows).toHaveLength(2);
    });
  });

  it('who comes after an hour reads nothing', async () => {
    const requestId = await analyst((client) => ask(client));
    const move = (by: string) =>
      database.pool.query('update public.audit_log set at = at - $2::interval where id = $1', [
        requestId,
        by,
      ]);
    await move('59 minutes');
    await analyst((client) => read(client, requestId));
    await move('2 minutes');
    await analyst((client) => mustRefuse(read(client, requestId), 'MU017'));
  });

  it('who makes up a request, or gives the id of a reading, reads nothing', async () => {
    await analyst(async (client) => {
      const requestId = await ask(client);
      await read(client, requestId);
      const { rows } = await database.pool.query<{ id: string }>(
        'select id from public.audit_log where request_id = $1',
        [requestId],
      );
      await mustRefuse(read(client, rows[0]!.id), 'MU017');
      await mustRefuse(read(client, '00000000-0000-7000-8000-000000000000'), 'MU017');
    });
  });

  it('who has asked for what was erased since is told that it is gone', async () => {
    const requestId = await analyst((client) => ask(client, other.sessionId));
    await eraseSession(server, other.sessionToken);
    await analyst((client) => mustRefuse(read(client, requestId, other.sessionId), 'MU016'));
    expect(await logged(requestId)).toEqual([requested]);
  });
});

it('the log keeps what it knows when the migration is taken back and comes again', async () => {
  const entries = `select id, at, action, actor, reason, counts, request_id, transaction_id::text
                   from public.audit_log order by id`;
  const before = (await database.pool.query<Record<string, unknown>>(entries)).rows;
  expect(before.length).toBeGreaterThan(5);
  await migrateDown({ url: database.url, to: '20261122001000' });
  await rowsMustMatch(
    database.pool,
    'select distinct action from public.audit_log order by action',
    [{ action: 'session_erased' }, { action: 'transcript_read' }],
  );
  await migrateUp({ url: database.url });
  await rowsMustMatch(database.pool, entries, before);
});
