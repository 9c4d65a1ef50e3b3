import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import { createSession } from '../operations/create-session.ts';
import { recordFeedback } from '../operations/record-feedback.ts';
import { eraseSession } from '../operations/erase-session.ts';
import { converse, createTestDatabase, openServer, type TestDatabase } from '../testing/index.ts';
import { importConversations } from '../transfer/index.ts';
import { asInput, manyLines } from '../transfer/testing/sample-lines.ts';
import { createDemo } from './create-demo.ts';
import { removeDemo } from './remove-demo.ts';

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

/** Of every table and materialized view: how many rows, and a sum of what is in them. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'm') and c.relnamespace in ('public'::regnamespace, 'catb'::regnamespace)
     order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    // When the rollups last ran is no content of theirs.
    if (name === 'catb.usage_progress') continue;
    const { rows } = await database.pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
    );
    found[name] = rows[0]!.sum;
  }
  return found;
}

async function rollUp(): Promise<void> {
  await database.pool.query('select catb.roll_up_usage()');
  await database.pool.query('select catb.refresh_session_days(100)');
  await database.pool.query(`select catb.refresh_usage_views('0 seconds')`);
}

describe('the removal of a demo', () => {
  it('brings every table and every rollup back to what it was, erased sessions too', async () => {
    await importConversations({ url: database.url, input: asInput(manyLines(5)) });
    const [kept, erased] = [await createSession(server), await createSession(server)];
    const { replySeq } = await converse(server, kept.sessionToken);
    await recordFeedback(server, { sessionToken: kept.sessionToken, seq: replySeq, rating: 'up' });
    await converse(server, erased.sessionToken);
    await eraseSession(server, erased.sessionToken);
    await rollUp();
    const before = await everything();

    await createDemo({ url: database.url, months: 1, sessionsPerDay: 5 });
    const between = await everything();
    expect(between['messages']).not.toBe(before['messages']);
    expect(between['catb.usage_turns']).not.toBe(before['catb.usage_turns']);
    expect(between['model_prices']).not.toBe(before['model_prices']);

    await removeDemo({ url: database.url });
    expect(await everything()).toEqual(before);
  });

  it('is the owner’s: a server that has only its own rights removes nothing', async () => {
    await createDemo({ url: database.url, months: 1, sessionsPerDay: 2 });
    const held = await everything();
    for (const role of ['catb_server', 'catb_analyst', 'authenticated', 'anon', 'service_role']) {
      for (const statement of [
        `delete from public.imported_conversations where source = 'catb-demo'`,
        `insert into public.imported_conversations (session_id, source, conversation_id)
         values (gen_random_uuid(), 'catb-demo', 'x')`,
        `delete from public.model_prices where provider = 'catb-demo'`,
      ]) {
        await expect(database.as(role, (client) => client.query(statement))).rejects.toMatchObject({
          code: '42501',
        });
      }
    }
    expect(await everything()).toEqual(held);
  });
});
