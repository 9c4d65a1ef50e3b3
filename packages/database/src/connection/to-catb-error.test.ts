import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CatbError } from '../errors.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { toCatbError } from './to-catb-error.ts';

const secret = 'Marmalade 4711';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What catb makes of the error of a statement that PostgreSQL refuses. */
async function errorOf(query: string, values: unknown[] = []): Promise<CatbError> {
  const error: unknown = await database.pool.query(query, values).then(
    () => new Error('It was taken.'),
    (caught: unknown) => caught,
  );
  return toCatbError(error, 'try this');
}

const shown = ({ message, details, hint }: CatbError) => JSON.stringify([message, details, hint]);

describe('an error of PostgreSQL', () => {
  it.each([
    ['a value that is no number', 'select $1::int', 'database_refused', 500],
    ['a row that breaks a constraint', `insert into catb.error_codes values ('MU999', $1, 1, '', '')`, 'database_refused', 500],
    ['a statement that is none', `selekt '${secret}'`, 'database_refused', 500],
    ['an error of a function', `do $$ begin raise 'about ${secret}' using detail = '${secret}'; end $$`, 'database_refused', 500],
    ['an error that looks like a full disk', `do $$ begin raise '${secret}' using errcode = '53100'; end $$`, 'database_full', 503],
    ['too many connections', `do $$ begin raise '${secret}' using errcode = '53300'; end $$`, 'database_busy', 503],
    ['a deadlock', `do $$ begin raise '${secret}' using errcode = '40P01'; end $$`, 'database_busy', 503],
    ['a statement that took too long', `set local statement_timeout = 1; select pg_sleep(1), '${secret}'`, 'database_busy', 503],
    ['a server that shuts down', `do $$ begin raise '${secret}' using errcode = '57P01'; end $$`, 'database_unavailable', 503],
    ['a text with NUL', `select convert_from('\\x61006200'::bytea, 'UTF8'), '${secret}'`, 'text_invalid', 400],
  ])('for %s shows no value of it', async (_name, query, code, status) => {
    const error = await errorOf(query, query.includes('$1') ? [secret] : []);
    expect(error).toMatchObject({ code, status });
    expect(error.message).toContain('try this'.slice(code === 'text_invalid' ? 8 : 0));
    expect(shown(error)).not.toContain(secret);
    expect((error.cause as Error).message).toBeTruthy();
  }); // prettier-ignore

  it('that catb raised itself keeps its words', async () => {
    expect(await errorOf(`select catb.raise_error('page_invalid', 'Why.')`)).toMatchObject({
      code: 'page_invalid',
      status: 400,
      message: 'The page asked for is not valid.',
      details: 'Why.',
    });
  });
});

describe('an error of the connection', () => {
  it('is that the database can not be reached, without its address', async () => {
    const client = new pg.Client({
      connectionString: `postgres://u:${encodeURIComponent(secret)}@127.0.0.1:1/x`,
    });
    const cause: unknown = await client.connect().catch((error: unknown) => error);
    const error = toCatbError(cause, 'try this');
    expect(error).toMatchObject({ code: 'database_unavailable', status: 503, cause });
    expect(shown(error)).not.toMatch(/127\.0\.0\.1|4711/);
  });

  it('that is an error of catb already stays as it is', () => {
    const error = new CatbError({ code: 'database_full', message: 'Full.' });
    expect(toCatbError(error, 'try this')).toBe(error);
  });
});
