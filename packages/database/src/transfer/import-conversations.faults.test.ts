/** An import that does not run alone, or not to its end. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareServerRole } from '../connection/server-role.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { importConversations, type ImportOptions } from './import-conversations.ts';
import { expectedRows, storedRows } from './testing/expected-rows.ts';
import { asInput, manyLines } from './testing/sample-lines.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.pool.query('truncate public.sessions cascade'));
afterAll(() => database.drop());

/** In batches of 25 conversations. */
async function importLines(lines: readonly string[], options: Partial<ImportOptions> = {}) {
  const input = asInput(lines);
  return await importConversations({ url: database.url, input, batchMessages: 100, ...options });
}

async function rowsOf(query: string): Promise<unknown[]> {
  return (await database.pool.query({ text: query, rowMode: 'array' })).rows;
}

describe('an import beside another one', () => {
  it('may run twice at the same time', async () => {
    // In opposite order, so that each meets what the other one has not committed yet.
    const lines = manyLines(300);
    const reports = await Promise.all([importLines(lines), importLines([...lines].reverse())]);
    const sum = (of: (report: (typeof reports)[0]) => number) => of(reports[0]) + of(reports[1]);
    expect(sum((report) => report.conversations)).toBe(300);
    expect(sum((report) => report.skipped)).toBe(300);
    expect(sum((report) => report.messages)).toBe(1_200);
    expect(await rowsOf(storedRows)).toEqual(expectedRows(lines));
  });
});

describe('an import that is interrupted', () => {
  it('keeps what was stored, says so, and does the rest when it runs again', async () => {
    const lines = manyLines(400);
    let ended = false;
    const first = importLines(lines, {
      onProgress: () => {
        if (ended) return;
        ended = true;
        void database.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'catb import' and datname = current_database()`,
        );
      },
    });
    await expect(first).rejects.toMatchObject({
      code: 'database_unavailable',
      hint: expect.stringMatching(
        /^[\d,]+ were stored until then\. Run the import again/,
      ) as string,
    });
    const [[kept] = []] = (await rowsOf(
      'select count(*)::int from public.imported_conversations',
    )) as [[number]];
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(400);
    const second = await importLines(lines);
    expect(second).toMatchObject({ conversations: 400 - Number(kept), skipped: kept });
    expect(await rowsOf(storedRows)).toEqual(expectedRows(lines));
    expect(
      await rowsOf(`select from public.sessions s
        where s.last_seq <> (select count(*) from public.messages m where m.session_id = s.id)`),
    ).toEqual([]);
  });

  it('by its input keeps the batches before and closes its connection', async () => {
    async function* broken() {
      yield* asInput(manyLines(45));
      throw new Error('the disk is gone');
    }
    await expect(importLines([], { input: broken() })).rejects.toThrow('the disk is gone');
    const [[kept] = []] = (await rowsOf('select count(*)::int from public.sessions')) as [[number]];
    expect(kept).toBe(25);
    expect(
      await rowsOf(`select from pg_stat_activity
        where application_name = 'catb import' and datname = current_database()`),
    ).toEqual([]);
  });

  it('by an address where nothing answers says where it looked, and no password', async () => {
    const nobody = new URL(database.url);
    nobody.port = '1';
    const failure = await importLines([], { url: nobody.href }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(JSON.stringify(failure)).not.toContain(nobody.password);
  });

  it('because the migrations are missing says which command applies them', async () => {
    const empty = await createEmptyDatabase();
    const expected = { code: 'database_refused', hint: expect.stringContaining('migrate up') };
    const importing = importLines(manyLines(1), { url: empty.url });
    await expect(importing).rejects.toMatchObject(expected);
    await empty.drop();
  });

  it('because the user may not says who may', async () => {
    const url = await prepareServerRole(database.url);
    await expect(importLines(manyLines(1), { url })).rejects.toMatchObject({
      code: 'database_refused',
      hint: expect.stringContaining('owner of the tables') as string,
    });
  });
});
