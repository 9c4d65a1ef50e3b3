import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { createDemo, type DemoReport } from './create-demo.ts';
import { removeDemo } from './remove-demo.ts';
import { tellStory } from './demo-story.ts';

let database: TestDatabase;
let report: DemoReport;
const now = new Date('2026-11-25T12:00:00Z');
const story = tellStory(now, 2);
beforeAll(async () => {
  database = await createTestDatabase();
  report = await createDemo({ url: database.url, months: 2, sessionsPerDay: 14, now });
});
afterAll(() => database.drop());

async function valueOf<T>(query: string, values: unknown[] = []): Promise<T> {
  const { rows } = await database.pool.query<[T]>({ text: query, values, rowMode: 'array' });
  return rows[0]![0];
}

/** A share of all rows of a table, as a number. */
const shareOf = (table: string, condition: string) =>
  valueOf<number>(
    `select (count(*) filter (where ${condition}) / count(*)::numeric)::float8 from ${table}`,
  );

describe('a demo', () => {
  it('has about the sessions that were asked for, each marked as a demo', async () => {
    expect(report.sessions).toBeGreaterThan(0.85 * 61 * 14);
    expect(report.sessions).toBeLessThan(1.15 * 62 * 14);
    expect(
      await valueOf<number>(`select count(*)::int from public.sessions s
        join public.imported_conversations i on i.session_id = s.id and i.source = 'catb-demo'`),
    ).toBe(report.sessions);
    expect(await valueOf('select count(*)::int from public.sessions')).toBe(report.sessions);
    expect(await valueOf('select demo_sessions from catb.analytics_now()')).toBe(true);
  });

  it('lies in its months, and its ids in its times', async () => {
    expect(
      await valueOf(
        `select min(created_at) >= $1 and max(created_at) < $2 from (
           select created_at from public.sessions union all select created_at from public.messages
           union all select created_at from public.model_calls) r`,
        [report.from, now],
      ),
    ).toBe(true);
    // The first 48 bits of a UUIDv7 are the milliseconds since 1970.
    expect(
      await valueOf(`select bool_and(('x' || replace(left(id::text, 13), '-', ''))::bit(48)::bigint
        = floor(extract(epoch from created_at) * 1000)) from public.sessions`),
    ).toBe(true);
  });

  it('is quiet at night and on weekends, and grows', async () => {
    const at = (part: string) => `extract(${part} from created_at at time zone 'America/New_York')`;
    const night = await shareOf('public.sessions', `${at('hour')} between 1 and 4`);
    const evening = await shareOf('public.sessions', `${at('hour')} between 17 and 20`);
    expect(evening).toBeGreaterThan(1.5 * night);
    // Two days of seven would have 0.286.
    const weekend = await shareOf('public.sessions', `${at('isodow')} >= 6`);
    expect(weekend).toBeGreaterThan(0.15);
    expect(weekend).toBeLessThan(0.26);
    const later = await shareOf('public.sessions', `created_at >= '2026-10-26'`);
    expect(later).toBeGreaterThan(0.55);
  });

  it('has sessions that come back on later days, and a few that never end', async () => {
    const days = `(select count(distinct m.created_at::date) as days, s.last_seq
      from public.sessions s join public.messages m on m.session_id = s.id group by s.id) d`;
    const back = await shareOf(days, 'days > 1');
    expect(back).toBeGreaterThan(0.15);
    expect(back).toBeLessThan(0.4);
    expect(await valueOf(`select max(last_seq) >= 40 from ${days}`)).toBe(true);
    expect(await valueOf('select count(*) > 0 from public.context_summaries')).toBe(true);
  });

  it('has the triage of a cat clinic, with rules named where it is an emergency', async () => {
    const asked = `(select * from public.messages where role = 'user') m`;
    const emergencies = await shareOf(asked, `triage_category = 'emergency'`);
    expect(emergencies).toBeGreaterThan(0.01);
    expect(emergencies).toBeLessThan(0.045);
    expect(await shareOf(asked, `triage_category = 'routine'`)).toBeGreaterThan(0.5);
    expect(
      await valueOf(`select count(*)::int from public.messages m
        cross join unnest(m.red_flags) as flag
        where not exists (select from public.triage_rules r where r.name = flag)`),
    ).toBe(0);
  });

  it('shows an incident of some hours: failures and long waits', async () => {
    const answers = (where: string) =>
      `(select m.state, c.latency_ms from public.messages m
        join public.model_calls c on c.session_id = m.session_id and c.seq = m.seq and c.purpose = 'reply'
        where c.provider = 'catb-demo' and ${where}) a`;
    const [from, to] = [story.incident.from, story.incident.to].map((at) =>
      new Date(at).toISOString(),
    );
    const during = answers(`m.created_at >= '${from}' and m.created_at < '${to}'`);
    const before = answers(`m.created_at < '${from}'`);
    expect(await shareOf(during, `state = 'failed'`)).toBeGreaterThan(0.2);
    expect(await shareOf(before, `state = 'failed'`)).toBeLessThan(0.02);
    expect(await shareOf(before, `state = 'complete'`)).toBeGreaterThan(0.95);
    const median = (of: string) =>
      valueOf<number>(`select percentile_cont(0.5) within group (order by latency_ms) from ${of}`);
    expect(await median(during)).toBeGreaterThan(2.5 * (await median(before)));
  });

  it('costs what the database says each call cost at its time', async () => {
    expect(
      await valueOf(`select count(*)::int from public.model_calls c where c.usage_certainty <> 'unknown'
        and c.cost_usd is distinct from catb.price_call(c.provider, c.model, c.created_at,
          c.input_tokens, c.cached_input_tokens, c.cache_write_tokens, c.output_tokens)`),
    ).toBe(0);
    const { rows } = await database.pool.query(
      `select model, count(*) filter (where cost_usd is null and usage_certainty = 'exact')::int as unpriced,
              count(distinct price_id)::int as prices
       from public.model_calls where provider = 'catb-demo' group by 1 order by model collate "C"`,
    );
    expect(rows).toEqual([
      { model: 'claude-haiku', unpriced: 0, prices: 2 },
      { model: 'claude-sonnet', unpriced: 0, prices: 1 },
      { model: 'gpt-mini', unpriced: 0, prices: 1 },
      { model: 'gpt-nano', unpriced: expect.any(Number) as number, prices: 0 },
    ]);
    expect(rows[3]!.unpriced).toBeGreaterThan(0);
  });

  it('is in the rollups to the last unit, without anybody else running them', async () => {
    expect(
      await valueOf(
        `select count(*)::int from catb.compare_usage('2026-09-01 00:00+00', '2026-12-01 00:00+00')`,
      ),
    ).toBe(0);
    expect(
      await valueOf(
        `select sum(turns)::int from catb.analytics_turns('2026-09-01', '2026-12-01', 'total', 'UTC')`,
      ),
    ).toBe(report.turns);
    expect(await valueOf('select waiting_marks::int from catb.analytics_now()')).toBe(0);
    expect(
      await valueOf(`select sum(turns)::int from catb.analytics_days('2026-09-01', '2026-12-01')`),
    ).toBe(report.turns);
  });

  it('is not made twice, and the second attempt changes nothing', async () => {
    await expect(createDemo({ url: database.url, now, seed: 2 })).rejects.toMatchObject({
      code: 'DEMO_PRESENT',
    });
    expect(await valueOf('select count(*)::int from public.sessions')).toBe(report.sessions);
  });

  it('has prices that stay while a call names them, and never change', async () => {
    const ofDemo = `public.model_prices where provider = 'catb-demo'`;
    await expect(database.pool.query(`delete from ${ofDemo}`)).rejects.toMatchObject({
      code: 'MU030',
    });
    await expect(
      database.pool.query(
        `update public.model_prices set output_usd_per_mtok = 0 where provider = 'catb-demo'`,
      ),
    ).rejects.toMatchObject({ code: 'MU030' });
    await expect(
      database.pool.query(`delete from public.model_prices where provider = 'offline-guide'`),
    ).rejects.toMatchObject({ code: 'MU030' });
  });

  it('leaves nothing when it is removed, and removing it twice does nothing', async () => {
    const removal = await removeDemo({ url: database.url });
    expect(removal).toMatchObject({ sessions: report.sessions });
    for (const table of ['sessions', 'messages', 'model_calls', 'feedback', 'context_summaries']) {
      expect(await valueOf(`select count(*)::int from public.${table}`)).toBe(0);
    }
    expect(await removeDemo({ url: database.url })).toMatchObject({ sessions: 0, messages: 0 });
  });
});
