/** `catb demo` and its way back, `catb demo remove`. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
const catb = (...args: string[]) => runCatb(args, { cwd, env: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

describe('demo', () => {
  test('is refused with a number that can not be, before anything is stored', async () => {
    const ended = await catb('demo', '--months', '0');
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/a whole number from 1 to 60/);
  });

  test('is refused with a file that is not there', async () => {
    expect(await catb('demo', '--from', 'nothing.jsonl')).toMatchObject({ status: 2 });
  });

  test('fills the database, and says what it made and how to remove it', async () => {
    const ended = await catb('demo', '--months', '1', '--sessions-per-day', '2');
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/^Made a demo of conversations of catb’s own: \d+ sessions/);
    expect(ended.stdout).toMatch(/catb demo remove\n$/);
  });

  test('does not fill it twice', async () => {
    const ended = await catb('demo', 'create', '--json');
    expect(ended.status).toBe(1);
    expect(documentOf(ended)).toMatchObject({ code: 'DEMO_PRESENT' });
  });

  test('is removed, and a second time there is none', async () => {
    const ended = await catb('demo', 'remove', '--json');
    expect(ended.status).toBe(0);
    const { sessions } = documentOf(ended) as { sessions: number };
    expect(sessions).toBeGreaterThan(20);
    expect(await catb('demo', 'remove')).toMatchObject({
      status: 0,
      stdout: 'There is no demo in this database.\n',
    });
  });
});
