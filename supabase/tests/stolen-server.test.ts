import {
  connectAs,
  converse,
  createTestDatabase,
  exampleReply,
  mustRefuse,
  openServer,
  openTurn,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import {
  checkpointTurn,
  createSession,
  finishTurn,
  type Database,
  type OpenTurn,
} from '@catb/database';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForPeople, callForServer } from './call-functions.ts';

const marker = 'Marmalade limps since the thunderstorm';

let database: TestDatabase;
let server: Database;
let victim: { sessionId: string; sessionToken: string };
let open: OpenTurn;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  victim = await createSession(server);
  for (let turn = 0; turn < 30; turn += 1) {
    await converse(server, victim.sessionToken, marker, `An answer: ${marker}`);
  }
  open = await openTurn(server, victim.sessionToken, marker, { idempotencyKey: 'open' });
  await checkpointTurn(server, { ...open, replySoFar: `So far: ${marker}`, tokenCount: 8 });
  await database.pool.query('analyze');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Acts with the server's connection, without any token, knowing the id of the victim's session. */
const steal = <T>(run: (client: pg.Client) => Promise<T>) =>
  connectAs(database, 'catb_server', run);

describe('with the connection of the server and no token', () => {
  it('statistics show no content', async () => {
    await steal(async (client) => {
      await mustRefuse(client.query('select * from pg_statistic'), permissionDenied);
      await mustRefuse(client.query('select * from pg_statistic_ext_data'), permissionDenied);
      const { rows } = await client.query(
        `select s::text from pg_stats s where schemaname in ('public', 'catb')`,
      );
      expect(rows).toEqual([]);
    });
  });

  it('even the owner’s statistics have no sample of it', async () => {
    await connectAs(database, 'supabase_admin', async (client) => {
      const { rows } = await client.query<{ statistics: string }>(
        `select s::text as statistics from pg_statistic s`,
      );
      expect(rows.length).toBeGreaterThan(100);
      expect(rows.filter(({ statistics }) => statistics.includes('Marmalade'))).toEqual([]);
    });
  });

  it('the statements of other connections show neither content nor tokens', async () => {
    await steal(async (client) => {
      const { rows } = await client.query<{ query: string }>('select query from pg_stat_activity');
      const shown = rows.map(({ query }) => query).join('\n');
      expect(shown).toContain('public.checkpoint_turn($1');
      expect(shown).not.toContain('Marmalade');
      expect(shown).not.toMatch(/catb_[A-Za-z0-9_-]{64}/);
    });
  });

  it('plans and conditions show no content', async () => {
    await steal(async (client) => {
      for (const query of [
        'explain select * from public.messages',
        'explain analyze select * from public.messages',
        `explain (verbose) select 1 from public.messages where content like 'M%'`,
        'create temporary table mine as table public.messages',
        'create temporary view mine as select * from public.messages; table mine',
        'prepare mine as select * from public.messages; execute mine',
        `select * from public.messages m where m.content::int = 1`,
        'select setof from (select m as setof from public.messages m) x',
        'select public.messages',
        `select currval('public.messages')`,
        `select query_to_xml('table public.messages', true, true, '')`,
        `select table_to_xml('public.messages', true, true, '')`,
        `select cursor_to_xml('x', 1, true, true, '')`,
        'create temporary table like_it (like public.messages including all); insert into like_it table public.messages',
        'create temporary table child () inherits (public.messages)',
        'select brin_page_items(null, null)',
      ]) {
        const told = await client.query(query).then(
          () => 'done',
          (error: unknown) => JSON.stringify(error),
        );
        expect([query, told]).toEqual([query, expect.not.stringMatching(/^done$|Marmalade/)]);
      }
    });
  });

  it('the turn of somebody else can be neither finished, failed, continued nor taken over', async () => {
    await steal(async (client) => {
      const { sessionId, replySeq } = open;
      const call = `'p', 'm', 'r', 'exact', 1, 0, 0, 1, 1, 1, 'stop'`;
      for (const attempt of [randomUUID(), null, sessionId]) {
        const turn = [sessionId, replySeq, attempt];
        await mustRefuse(
          client.query(
            `select public.finish_turn($1, $2, $3, 'x', 1, false, false, ${call})`,
            turn,
          ),
          'MU007',
        );
        await mustRefuse(
          client.query(`select public.fail_turn($1, $2, $3, 'x', 1, ${call})`, turn),
          'MU007',
        );
        const { rows } = await client.query(
          `select public.checkpoint_turn($1, $2, $3, 'x', 1) as stored`,
          turn,
        );
        expect(rows).toEqual([{ stored: false }]);
      }
      await mustRefuse(
        client.query(`select public.begin_turn($1, $2, 9, 'open', p_lease => '0 s')`, [
          `catb_${Buffer.concat([Buffer.from(sessionId.replaceAll('-', ''), 'hex'), Buffer.alloc(32)]).toString('base64url')}`,
          marker,
        ]),
        'MU001',
      );
    });
  });

  it('the summary of somebody else can be neither claimed nor stored', async () => {
    await steal(async (client) => {
      await mustRefuse(client.query('select public.begin_summary(null, 40)'), 'MU001');
      await mustRefuse(
        client.query('select public.begin_summary($1, 40)', [victim.sessionId]),
        'MU001',
      );
      for (const claim of [randomUUID(), null]) {
        const { rows } = await client.query(
          `select public.finish_summary($1, $2, 40, 'x', 1, 'p', 'm', 'r', 'exact', 1, 0, 0, 1, 1, 1, 'stop') as stored`,
          [victim.sessionId, claim],
        );
        expect(rows).toEqual([{ stored: false }]);
      }
    });
  });

  it('errors of the sweep show no row, so no attempt to present', async () => {
    await openTurn(server, victim.sessionToken, marker);
    await steal(async (client) => {
      const told: string[] = [];
      for (const arguments_ of [
        `'x', 301`,
        `'x', -1`,
        `'x', null`,
        `null, 1`,
        `repeat('x', 20001), 1`,
        `'x', 2147483647`,
      ]) {
        await client.query('begin');
        await client
          .query(`select catb.sweep_stuck_turns(${arguments_}, '0 s')`)
          .catch((error: unknown) => told.push(JSON.stringify(error)));
        await client.query('rollback');
      }
      expect(told.filter((text) => text.includes(victim.sessionId))).toEqual([]);
    });
    await finishTurn(server, exampleReply(open, 'The real answer.'));
  });

  it('what PostgreSQL tells of its work on request shows no content of others', async () => {
    await steal(async (client) => {
      const told: string[] = [];
      client.on('notice', (notice) => told.push(JSON.stringify(notice)));
      await client.query(`set client_min_messages = 'debug5'`);
      for (const setting of ['debug_print_parse', 'debug_print_rewritten', 'debug_print_plan']) {
        await client.query(`set ${setting} = on`);
      }
      await client.query('set plpgsql.print_strict_params = on');
      await client.query(`set plpgsql.extra_warnings = 'all'`);
      await callForPeople(client);
      await callForServer(client);
      expect(told.length).toBeGreaterThan(10);
      expect(told.filter((text) => text.includes('Marmalade'))).toEqual([]);
      expect(told.filter((text) => text.includes(victim.sessionId))).toEqual([]);
    });
  });
});
