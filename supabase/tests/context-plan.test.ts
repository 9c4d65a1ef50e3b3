import {
  createTestDatabase,
  evenHistory,
  storeHistory,
  type TestDatabase,
} from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Scan Direction'?: string;
  'Actual Rows': number;
  Plans?: Plan[];
}

/** The plan that PostgreSQL really ran inside `catb.context_window`, told by auto_explain. */
async function planOfWindow(sessionId: string, newest: number): Promise<Plan> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const told: string[] = [];
  client.on('notice', ({ message }) => told.push(message ?? ''));
  await client.connect();
  try {
    await client.query(`load 'auto_explain'`);
    for (const setting of [
      `client_min_messages = 'log'`,
      'auto_explain.log_nested_statements = on',
      'auto_explain.log_analyze = on',
      'auto_explain.log_min_duration = 0',
      `auto_explain.log_format = 'json'`,
    ]) {
      await client.query(`set ${setting}`);
    }
    told.length = 0;
    await client.query('select from catb.context_window($1, $2, 100000, 40)', [sessionId, newest]);
  } finally {
    await client.end();
  }
  const nested = told.find((text) => text.includes('"Relation Name": "messages"'));
  if (nested === undefined) throw new Error(`auto_explain told nothing: ${told.join('\n')}`);
  return (JSON.parse(nested.slice(nested.indexOf('{'))) as { Plan: Plan }).Plan;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function sessionOf(length: number): Promise<string> {
  const { rows } = await database.pool.query<{ session_id: string }>(
    'select session_id from public.create_session()',
  );
  await storeHistory(database, rows[0]!.session_id, [
    ...evenHistory(length),
    { role: 'user', state: 'complete', content: 'the newest', tokenCount: 5 },
  ]);
  return rows[0]!.session_id;
}

it('the window reads 40 messages at most, backwards along the key, of 10 and of 20,000', async () => {
  const sessions = [
    { length: 20_000, sessionId: await sessionOf(20_000) },
    { length: 10, sessionId: await sessionOf(10) },
  ];
  await database.pool.query('analyze public.messages');
  for (const { length, sessionId } of sessions) {
    const nodes = nodesOf(await planOfWindow(sessionId, length + 1));
    expect(nodes.map((node) => node['Node Type'])).toEqual(['Limit', 'Index Scan']);
    expect(nodes[1]).toMatchObject({
      'Index Name': 'messages_pkey',
      'Scan Direction': 'Backward',
      'Actual Rows': Math.min(length + 1, 40),
    });
  }
});
