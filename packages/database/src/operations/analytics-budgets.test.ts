import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import { createTestDatabase, standingOf, type TestDatabase } from '../testing/index.ts';
import { analyticsBudgets } from './analytics-budgets.ts';
import { removeBudget } from './remove-budget.ts';
import { setBudget } from './set-budget.ts';

let database: TestDatabase;
let owner: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
});
beforeEach(async () => {
  await removeBudget(owner, 'day');
  await removeBudget(owner, 'month');
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

interface Standing {
  starts: string;
  ends: string;
  spent: string;
}

/** The one budget there is, as it stands at this moment. */
async function standingAt(at: string): Promise<Standing> {
  const { rows } = await database.pool.query<{ start: Date; end: Date; spent: string }>(
    `select period_start as start, period_end as end, trim_scale(spent_usd)::text as spent
     from catb.budget_standings($1)`,
    [at],
  );
  const [{ start, end, spent }] = rows as [(typeof rows)[0]];
  return { starts: start.toISOString(), ends: end.toISOString(), spent };
}

const countAt = (usd: number, at: string) =>
  database.pool.query('select catb.count_spending($1, $2)', [usd, at]);

const hours = ({ starts, ends }: Standing) => (Date.parse(ends) - Date.parse(starts)) / 3_600_000;

it('without a budget there is none', async () => {
  expect(await analyticsBudgets(owner)).toEqual([]);
});

it('a day and a month begin at midnight of the zone, and the next one where this one ends', async () => {
  await setBudget(owner, { period: 'month', limitUsd: '1', timezone: 'America/New_York' });
  const november = await standingAt('2026-11-30T23:59:59Z');
  expect(november).toMatchObject({
    starts: '2026-11-01T04:00:00.000Z',
    ends: '2026-12-01T05:00:00.000Z',
  });
  expect(await standingAt('2026-12-01T04:59:59.999Z')).toEqual(november);
  expect(await standingAt(november.ends)).toMatchObject({ starts: november.ends });
});

it('a day has 23 or 25 hours where the clocks are changed, also at midnight', async () => {
  await setBudget(owner, { period: 'day', limitUsd: '1', timezone: 'Europe/Berlin' });
  expect(hours(await standingAt('2026-03-29T12:00:00Z'))).toBe(23);
  expect(hours(await standingAt('2026-10-25T12:00:00Z'))).toBe(25);
  // There the hour that is left out is the first of the day.
  await setBudget(owner, { period: 'day', limitUsd: '1', timezone: 'Africa/Cairo' });
  const short = await standingAt('2026-04-24T12:00:00Z');
  expect(hours(short)).toBe(23);
  expect(await standingAt(short.starts)).toEqual(short);
  expect((await standingAt('2026-04-23T12:00:00Z')).ends).toBe(short.starts);
  // And there it comes twice.
  await setBudget(owner, { period: 'day', limitUsd: '1', timezone: 'America/Havana' });
  expect(await standingAt('2026-11-01T04:30:00Z')).toEqual(
    await standingAt('2026-11-01T05:30:00Z'),
  );
});

it('a call counts in the period of its own time; a clock set back finds that period as it was', async () => {
  await setBudget(owner, { period: 'day', limitUsd: '1', timezone: 'UTC' });
  await countAt(0.25, '2030-05-01T23:59:59Z');
  await countAt(0.5, '2030-05-02T00:00:01Z');
  expect(await standingAt('2030-05-02T00:00:01Z')).toMatchObject({ spent: '0.5' });
  expect(await standingAt('2030-05-01T23:59:58Z')).toMatchObject({ spent: '0.25' });
  await countAt(0.125, '2030-05-01T23:59:58Z');
  expect(await standingAt('2030-05-01T12:00:00Z')).toMatchObject({ spent: '0.375' });
  expect(await standingAt('2030-05-02T12:00:00Z')).toMatchObject({ spent: '0.5' });
});

it('what is set in the middle of a period knows the one before it, for a clock set back over midnight', async () => {
  await database.pool.query(
    `with person as (
         insert into public.sessions (expires_at, secret_sha256)
         values (now() + interval '1 day', sha256('x')) returning id)
     insert into public.model_calls (session_id, seq, purpose, usage_certainty, cost_certainty, cost_usd, input_tokens,
         cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, provider, model, finish_reason, request_id,
         created_at)
     select id, 2, 'reply', 'exact', 'exact', 0.75, 1, 0, 0, 1, 1, 'paid', 'paid', 'stop', 'r',
            date_trunc('day', now(), 'UTC') - interval '1 second'
     from person`,
  );
  await setBudget(owner, { period: 'day', limitUsd: '1' });
  const { periodStart } = await standingOf(owner, 'day');
  expect(await standingAt(periodStart.toISOString())).toMatchObject({ spent: '0' });
  const yesterday = new Date(periodStart.getTime() - 1).toISOString();
  expect(await standingAt(yesterday)).toMatchObject({ spent: '0.75' });
});
