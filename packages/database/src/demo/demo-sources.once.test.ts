import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '../operations/create-session.ts';
import { createTestDatabase, openServer, type TestDatabase } from '../testing/index.ts';
import { importConversations } from '../transfer/index.ts';
import { asInput, manyLines } from '../transfer/testing/sample-lines.ts';
import { ownConversations } from './conversations/index.ts';
import { createDemo, type DemoOptions } from './create-demo.ts';
import { removeDemo } from './remove-demo.ts';

const databases: TestDatabase[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  databases.push(database);
});
afterAll(async () => {
  for (const one of databases) await one.drop();
});

/** A small one: what it is made of does not need months. */
const make = (options: Partial<DemoOptions> = {}) =>
  createDemo({ url: database.url, months: 1, sessionsPerDay: 1, ...options });

/** How many messages of the demo begin like this. */
async function saidInDemo(beginning: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from public.messages m
     join public.imported_conversations i on i.session_id = m.session_id and i.source = 'catb-demo'
     where starts_with(m.content, $1)`,
    [beginning],
  );
  return rows[0]!.count;
}

describe('what a demo is made of', () => {
  it('is conversations of our own where there are no others', async () => {
    expect(await make()).toMatchObject({ origin: 'own' });
    const own = ownConversations.flatMap(({ exchanges }) => exchanges.map((one) => one.message));
    const { rows } = await database.pool.query<{ content: string }>(
      `select distinct content from public.messages where role = 'user'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(own).toEqual(expect.arrayContaining(rows.map(({ content }) => content)));
  });

  it('is what was imported, where something was', async () => {
    await importConversations({ url: database.url, input: asInput(manyLines(3)) });
    expect(await make()).toMatchObject({ origin: 'imported' });
    expect(await saidInDemo('c1, message')).toBeGreaterThan(0);
  });

  it('is a file, where one is given; a bad line of it is passed over', async () => {
    await importConversations({ url: database.url, input: asInput(['{}', ...manyLines(1)]) });
    const file = asInput(['nonsense', ...manyLines(8).slice(7)]);
    expect(await make({ conversations: file })).toMatchObject({ origin: 'file' });
    expect(await saidInDemo('c7, message')).toBeGreaterThan(0);
    expect(await saidInDemo('c0, message')).toBe(0);
  });

  it('can not be a file without a single answer', async () => {
    await expect(make({ conversations: asInput(['nonsense']) })).rejects.toMatchObject({
      code: 'DEMO_SOURCE_EMPTY',
    });
    const { rows } = await database.pool.query('select from public.model_prices');
    expect(rows).toHaveLength(1);
  });
});

describe('a database that people use', () => {
  it('takes a demo only when its name is given', async () => {
    const server = await openServer(database);
    await Promise.all(Array.from({ length: 101 }, () => createSession(server)));
    await server.close();
    const refused = { code: 'DEMO_AMONG_REAL_SESSIONS' };
    await expect(make()).rejects.toMatchObject(refused);
    await expect(make({ confirmedDatabase: 'postgres' })).rejects.toMatchObject(refused);
    const { sessions } = await make({ confirmedDatabase: database.name });
    expect(await removeDemo({ url: database.url })).toMatchObject({ sessions });
    const { rows } = await database.pool.query('select count(*)::int as n from public.sessions');
    expect(rows).toEqual([{ n: 101 }]);
  });
});
