/** `catb retention`. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
const retention = (...args: string[]) =>
  runCatb(['retention', ...args], { cwd, env: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

test('a policy, its plan, a hold, a run', async () => {
  expect((await retention('plan')).stdout).toMatch(/^There is no policy: nothing is removed\./);
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into public.sessions (id, created_at, last_active_at, expires_at, secret_sha256)
     select ('0190a000-0000-7000-8000-00000000000' || n)::uuid, '2024-07-11', '2024-07-11', '2024-08-11', sha256('x')
     from generate_series(1, 2) n returning id`,
  );
  const set = await retention('set', 'sessions', '--keep', '1 year', '--json');
  expect(documentOf(set)).toMatchObject({
    policies: [{ data: 'sessions', category: 'other', keepDays: 366 }],
  });
  const placed = documentOf(
    await retention('hold', rows[0]!.id, '--reason', 'a letter of the court', '--json'),
  ) as { holdId: string };
  const plan = await retention('plan');
  expect(plan.stdout).toMatch(
    /^sessions, other, kept for 366 days: 1 session, last active from 2024-07-11\S+ to 2024-07-11\S+; 1 session kept by a legal hold\n {2}public\.sessions: 1 row, 0\.0 MB\n0\.0 MB come back/,
  );
  const doubted = await retention('run', '--json');
  expect([doubted.status, documentOf(doubted)]).toMatchObject([
    1,
    { code: 'retention_clock_doubtful' },
  ]);
  const ran = await retention('run', '--trust-clock', '--json');
  expect(documentOf(ran)).toMatchObject({ complete: true, removed: { sessions: 1 } });
  expect((await retention('holds')).stdout).toContain(rows[0]!.id);
  expect(await retention('release', placed.holdId, '--reason', 'the case is closed')).toMatchObject(
    {
      status: 0,
      stdout: 'Released.\n',
    },
  );
  expect((await retention('run', '--trust-clock')).stdout).toMatch(/^Removed 1 sessions, in /);
  expect(await retention('remove', 'sessions')).toMatchObject({
    status: 0,
    stdout: 'There is no policy: nothing is removed.\n',
  });
});

test.each([
  [['set', 'sessions']],
  [['set', 'sessions', '--keep', '-5 days']],
  [['set', 'sessions', '--keep', '1 month']],
  [['set', 'model_prices', '--keep', '30 days']],
  [['set', 'audit_log', '--keep', '30 days']],
  [['hold', 'not-an-id', '--reason', 'a letter of the court']],
  [['run', '--max-seconds', '0']],
])('%j is wrong use', async (args) => {
  const ended = await retention(...args, '--json');
  expect(ended.status).toBe(2);
});
