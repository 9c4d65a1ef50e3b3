import {
  connectAs,
  converse,
  createTestDatabase,
  mustRefuse,
  openServer,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import {
  createSession,
  openDatabase,
  prepareAnalystRole,
  recordFeedback,
  setPreferences,
  type Database,
} from '@catb/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const marker = 'Marmalade limps since the thunderstorm';

let database: TestDatabase;
let analytics: Database;
let sessionId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const server = await openServer(database);
  const session = await createSession(server);
  ({ sessionId } = session);
  const { sessionToken } = session;
  for (let turn = 0; turn < 5; turn += 1)
    await converse(server, sessionToken, marker, `An answer: ${marker}`);
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'down', comment: marker });
  await setPreferences(server, { sessionToken, preferences: { conditions: marker } });
  await server.close();
  await database.pool.query('analyze');
  const url = await prepareAnalystRole(database.url, { CATB_ANALYST_DATABASE_URL: undefined });
  analytics = openDatabase({ url: url!, max: 1, readOnly: true });
});
afterAll(async () => {
  await analytics.close();
  await database.drop();
});

const ask = (query: string, values: unknown[] = []) =>
  analytics.pool.query<Record<string, unknown>>(query, values);

describe('with the connection of the analytics', () => {
  it('one is the analyst, and may not write', async () => {
    expect((await ask('select session_user::text, current_user::text')).rows).toEqual([
      { session_user: 'catb_analyst', current_user: 'catb_analyst' },
    ]);
    await mustRefuse(ask('create temporary table mine ()'), '25006');
    await mustRefuse(
      ask(`select catb.request_transcript($1, 'a complaint came in')`, [sessionId]),
      '25006',
    );
  });

  it('no table, view or sequence of any schema of catb can be read or written', async () => {
    const { rows } = await database.pool.query<{ name: string; kind: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'catb') and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
    );
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ kind }) => kind === 'm').length).toBeGreaterThan(3);
    await connectAs(database, 'catb_analyst', async (client) => {
      for (const { name, kind } of rows) {
        await mustRefuse(client.query(`select * from ${name}`), permissionDenied);
        if (kind === 'r') {
          await mustRefuse(client.query(`select count(*) from ${name}`), permissionDenied);
          await mustRefuse(client.query(`delete from ${name}`), permissionDenied);
          await mustRefuse(client.query(`copy ${name} to stdout`), permissionDenied);
        }
      }
    });
  });

  it('statistics, plans and statements of others show no content', async () => {
    for (const query of [
      'select * from pg_statistic',
      'explain select * from public.messages',
      `explain analyze select 1 from public.messages where content like 'M%'`,
      `select query_to_xml('table public.messages', true, true, '')`,
    ])
      await mustRefuse(ask(query), permissionDenied);
    expect((await ask(`select s::text from pg_stats s where schemaname = 'public'`)).rows).toEqual(
      [],
    );
    const { rows } = await ask('select query from pg_stat_activity');
    expect(JSON.stringify(rows)).not.toContain('Marmalade');
  });

  it('no other role can be taken on, nor the login of another opened', async () => {
    for (const role of ['postgres', 'catb_server', 'service_role', 'authenticated', 'anon'])
      await mustRefuse(ask(`set role ${role}`), permissionDenied);
    await mustRefuse(ask('alter role catb_analyst createrole'), '(42501|25006)');
  });

  it('figures are told, without a word of what was said', async () => {
    const { rows } = await ask(
      `select * from catb.analytics_turns(now() - interval '1 day', now(), 'total', 'UTC')`,
    );
    expect(JSON.stringify(rows)).not.toContain('Marmalade');
    expect((await ask('select * from catb.analytics_now()')).rows).toMatchObject([
      { turns_last_5_minutes: '5' },
    ]);
  });
});
