import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestDatabase,
  evenHistory,
  storeHistory,
  type TestDatabase,
} from '../testing/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Pages that PostgreSQL touches for the newest 50 messages of a conversation whose every answer is rated. */
async function pagesTouched(length: number): Promise<number> {
  const { rows: made } = await database.pool.query<{ id: string; token: string }>(
    'select session_id as id, session_token as token from public.create_session()',
  );
  const [session] = made;
  if (session === undefined) throw new Error('No session was made.');
  await storeHistory(database, session.id, evenHistory(length));
  await database.pool.query(
    `insert into public.feedback (session_id, seq, rating)
     select $1, seq, 'up' from generate_series(2, $2, 2) as seq`,
    [session.id, length],
  );
  await database.pool.query('vacuum analyze public.messages, public.feedback, public.sessions');
  const client = await database.pool.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const explain =
      'explain (analyze, buffers, format json) select * from public.session_history(null, 50, $1)';
    // The first run reads the catalog as well.
    await client.query(explain, [session.token]);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      explain,
      [session.token],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  } finally {
    client.release(true);
  }
}

it('a page of a history costs the same after ten thousand rated answers as after a hundred', async () => {
  const short = await pagesTouched(200);
  expect(await pagesTouched(20_000)).toBeLessThanOrEqual(short + 5);
});
