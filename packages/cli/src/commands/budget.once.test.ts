/** `catb budget`. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
const budget = (...args: string[]) =>
  runCatb(['budget', ...args], { cwd, env: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

test('set, show and remove', async () => {
  expect(await budget('show')).toMatchObject({ status: 0, stdout: 'There is no budget.\n' });
  const set = await budget(
    'set', '--daily', '5', '--monthly', '100.50', '--timezone', 'Europe/Berlin', '--at-limit', 'refuse', '--json',
  ); // prettier-ignore
  expect(set).toMatchObject({ status: 0, stderr: '' });
  const common = {
    timezone: 'Europe/Berlin',
    atLimit: 'refuse',
    spentUsd: '0',
    share: 0,
    unknownCalls: 0,
  };
  expect(documentOf(set)).toMatchObject({
    budgets: [
      { period: 'day', limitUsd: '5', ...common },
      { period: 'month', limitUsd: '100.50', ...common },
    ],
  });
  await database.pool.query('select catb.count_spending(4.25), catb.count_spending(null)');
  const shown = await budget('show');
  expect(shown.stdout).toMatch(
    /^day: 4.25 of 5 US dollars spent \(85.0 %\), until \S+Z \(midnight in Europe\/Berlin\). At the limit: refuse.\n {2}Calls whose cost is unknown: 1\..+\nmonth: /,
  );
  const removed = await budget('remove', '--daily', '--json');
  expect(documentOf(removed)).toMatchObject({ budgets: [{ period: 'month' }] });
});

test.each([
  [['set']],
  [['set', '--daily', '0']],
  [['set', '--daily', '5', '--timezone', 'Europe/Atlantis']],
  [['remove']],
])('%j is wrong use, and sets nothing', async (args) => {
  const budgets = () =>
    database.pool.query('select * from public.budgets').then(({ rows }) => rows);
  const before = await budgets();
  const ended = await budget(...args, '--json');
  expect(ended.status).toBe(2);
  expect(documentOf(ended)).toHaveProperty('message');
  expect(await budgets()).toEqual(before);
});
