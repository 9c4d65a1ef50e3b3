/** `catb prices`, as a person runs it. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
const prices = (...args: string[]) =>
  runCatb(['prices', ...args], { cwd, env: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

describe('sync', () => {
  const sonnet = ['--provider', 'anthropic', '--model', 'claude-sonnet-4-5-20250929'];

  test('adds the price of a model by the name that calls have, and nothing the second time', async () => {
    const first = await prices('sync', ...sonnet);
    expect(first).toEqual({
      status: 0,
      stdout: 'Added 2 prices of 1 names; 1 are listed.\n',
      stderr: '',
    });
    const second = await prices('sync', ...sonnet, '--json');
    expect(documentOf(second)).toEqual({
      listed: 1,
      added: { models: 0, added: 0 },
      leftOut: [],
      unknown: [],
    });
  });

  test('ends with 1 for a model that the list does not know', async () => {
    const ended = await prices('sync', '--provider', 'openai', '--model', 'llama3.1');
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain('No list price: openai llama3.1.');
  });

  test('ends with 2 for a model without its provider', async () => {
    const ended = await prices('sync', '--model', 'gpt-4.1');
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('--provider');
  });
});

describe('set', () => {
  const model = ['--provider', 'anthropic', '--model', 'claude-sonnet-4-5-20250929'];
  const own = [...model, '--input', '2.10', '--output', '9', '--from', '2026-01-01'];

  test('adds a price that comes before the list', async () => {
    expect(await prices('set', ...own)).toMatchObject({ status: 0, stderr: '' });
    const { rows } = await database.pool.query(
      `select catb.price_call('anthropic', 'claude-sonnet-4-5-20250929', at, 1000000, 0, 1000000, 0)::text as cost
       from (values ('2025-12-31Z'::timestamptz), ('2026-01-01Z')) as t (at) order by at`,
    );
    // Two million tokens of input are long: 6 and 7.5 by the list.
    expect(rows).toEqual([{ cost: '13.5' }, { cost: '4.2' }]);
  });

  test('takes the same again, and another of the same date not', async () => {
    expect(await prices('set', ...own)).toMatchObject({
      status: 0,
      stdout: 'It was there already.\n',
    });
    const other = await prices('set', ...own.with(5, '3'), '--json');
    expect(other.status).toBe(2);
    expect(documentOf(other)).toMatchObject({ code: 'price_date_taken' });
  });

  test.each([
    ['--input', '-1'],
    ['--input', '1e3'],
    ['--input', '0,5'],
    ['--output', 'NaN'],
    ['--output', 'Infinity'],
    ['--from', '2026-02-30'],
    ['--from', 'tomorrow'],
    ['--from', '2026-01-01T00:00'],
  ])('takes no %s %s', async (option, value) => {
    const ended = await prices('set', ...own, option, value);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
  });

  test('takes a price of zero, and names for names', async () => {
    const name = `o'hara"; drop table public.model_prices; --`;
    const ended = await prices(
      'set',
      ...['--provider', name, '--model', name, '--input', '0', '--output', '0', '--from', 'always'],
    );
    expect(ended.status).toBe(0);
    const { rows } = await database.pool.query(
      `select catb.price_call($1, $1, '1970-01-01Z', 5, 5, 5, 5)::text as cost`,
      [name],
    );
    expect(rows).toEqual([{ cost: '0' }]);
  });
});

describe('list', () => {
  const anthropic = ['list', '--provider', 'anthropic'];

  test('shows what calls are priced by now: the own price', async () => {
    const ended = await prices(...anthropic);
    expect(ended.status).toBe(0);
    expect(ended.stdout.trimEnd().split('\n').slice(1)).toEqual([
      expect.stringMatching(
        /^anthropic +claude-sonnet-4-5-20250929 +own +2026-01-01 +2\.10 +2\.10 +2\.10 +9$/,
      ),
    ]);
  });

  test('shows what they were priced by then', async () => {
    const then = documentOf(await prices(...anthropic, '--at', '2025-12-31', '--json'));
    expect(then).toMatchObject([
      { source: 'genai-prices', fromInputTokens: 0, inputUsdPerMtok: '3', validFrom: null },
      { source: 'genai-prices', fromInputTokens: 200_001, inputUsdPerMtok: '6' },
    ]);
  });

  test('shows the whole history', async () => {
    const { stdout } = await prices(...anthropic, '--all');
    expect(stdout.match(/not in use/g)).toHaveLength(2);
    expect(stdout).toContain('input of 200,001 up');
  });

  test('says that there are none', async () => {
    expect(await prices('list', '--provider', 'nobody')).toMatchObject({
      status: 0,
      stdout: 'No prices.\n',
    });
  });
});
