import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  formula,
  injection,
  startAnalyticsServer,
  type AnalyticsServer,
} from '../testing/start-analytics-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let get: AnalyticsServer['get'];
let row: AnalyticsServer['row'];
beforeAll(async () => {
  ({ server, get, row } = await startAnalyticsServer());
});
afterAll(() => server.stop());

type Row = Record<string, number>;
const total = (rows: Row[], key: string) => rows.reduce((sum, one) => sum + one[key]!, 0);

describe('the figures are those of the rows', () => {
  test('summary', async () => {
    const { status, body } = await get('summary');
    expect(status).toBe(200);
    expect(body).toMatchObject({ bucket: 'day', timezone: 'UTC', includesDemo: false });
    const stored = await row(
      `select sum(cost_usd)::text as cost, count(*)::int as calls, sum(input_tokens)::int as input
       from public.model_calls`,
    );
    expect(Number(stored?.['cost'])).toBeGreaterThan(0);
    expect(body.current).toMatchObject({
      sessions: 3,
      turns: 8,
      answers: 8,
      answersComplete: 6,
      answersFailed: 1,
      answersUnfinished: 1,
      answersAborted: 0,
      emergencies: 1,
      ratedUp: 1,
      ratedDown: 1,
      calls: stored?.['calls'],
      inputTokens: stored?.['input'],
    });
    expect(Number(body.current.costUsd)).toBe(Number(stored?.['cost']));
    expect(body.current.costUsd).toMatch(/^0\.\d+$/);
    // 2,000 cached tokens at 3 instead of 0.3 dollars a million.
    expect(body.current.savedUsd).toBe('0.0054');
    expect(body.previous).toMatchObject({
      sessions: 0,
      turns: 0,
      costUsd: '0',
      latencyP50Ms: null,
    });
    expect(Date.parse(body.from) - Date.parse(body.previousFrom)).toBe(
      Date.parse(body.to) - Date.parse(body.from),
    );
    expect(body.now).toMatchObject({ turnsLast5Minutes: 8, unfinishedAnswers: 1 });
    expect(body.now.viewsRefreshedAt).toMatch(/Z$/);
  });

  test('usage, triage and feedback add up to the summary', async () => {
    const [summary, usage, triage, feedback] = await Promise.all(
      ['summary', 'usage?bucket=hour', 'triage', 'feedback'].map((path) => get(path)),
    );
    const { current } = summary!.body;
    for (const key of [
      'sessions',
      'turns',
      'answersComplete',
      'answersFailed',
      'answersUnfinished',
    ])
      expect([key, total(usage!.body.buckets, key)]).toEqual([key, current[key]]);
    const kinds = ['emergency', 'urgent', 'routine', 'behavioral', 'none'];
    expect(kinds.reduce((sum, kind) => sum + total(triage!.body.buckets, kind), 0)).toBe(8);
    expect(total(triage!.body.buckets, 'emergency')).toBe(1);
    expect(total(feedback!.body.buckets, 'ratedUp')).toBe(1);
    expect(total(feedback!.body.buckets, 'ratedDown')).toBe(1);
    expect(total(feedback!.body.buckets, 'answers')).toBe(current.answers);
    expect(usage!.body.buckets.length).toBeGreaterThan(7 * 24);
    expect(triage!.body.buckets.length).toBe(8);
    const grave = await get('triage?triage=emergency');
    expect(total(grave.body.buckets, 'routine')).toBe(0);
    expect(total(grave.body.buckets, 'emergency')).toBe(1);
  });

  test('cost by model and purpose, to the last digit', async () => {
    const { body } = await get('cost?bucket=total');
    const stored = await row(
      `select trim_scale(sum(cost_usd))::text as all,
              trim_scale(sum(cost_usd) filter (where provider = 'dear'))::text as dear
       from public.model_calls`,
    );
    expect(body.totalUsd).toBe(stored?.['all']);
    const dear = body.buckets[0].models.find((model: Row) => String(model['provider']) === 'dear');
    expect(dear).toMatchObject({
      model: 'one',
      purpose: 'reply',
      calls: 2,
      costUsd: stored?.['dear'],
    });
    const one = await get('cost?bucket=total&provider=dear&model=one&purpose=reply');
    expect(one.body.totalUsd).toBe(stored?.['dear']);
    expect((await get('cost?purpose=summary')).body.totalUsd).toBe('0');
  });

  test('latency within 5 %, the slowest, the failed', async () => {
    const { body } = await get('latency?bucket=total&provider=dear');
    expect(body.buckets).toHaveLength(1);
    const [bucket] = body.buckets;
    expect(bucket.calls).toBe(2);
    expect(Math.abs(bucket.p99Ms / 900 - 1)).toBeLessThan(0.05);
    expect(Math.abs(bucket.firstTokenP99Ms / 90 - 1)).toBeLessThan(0.05);
    expect(body.slowest[0]).toMatchObject({ latencyMs: 900, firstTokenMs: 90, outputTokens: 200 });
    expect(body.failures).toEqual([
      { provider: 'dear', model: 'one', finishReason: 'MODEL_OVERLOADED', calls: 1 },
    ]);
    expect((await get('latency?bucket=total')).body.slowest[0].latencyMs).toBe(9_000);
  });

  test('models', async () => {
    const { body } = await get('models');
    const dear = body.models.find((model: Row) => String(model['provider']) === 'dear');
    expect(dear).toMatchObject({ calls: 2, failedCalls: 1, savedUsd: '0.0054', outputTokens: 205 });
    expect(Math.abs(dear.latencyP99Ms / 900 - 1)).toBeLessThan(0.05);
    expect(body.models.map((model: Row) => model['provider'])).toEqual(
      expect.arrayContaining([formula, injection, 'offline-guide']),
    );
    expect((await get('models?model=one')).body.models).toEqual([dear]);
  });

  test('retention, by days of UTC', async () => {
    const { body } = await get('retention');
    expect(body.daysIn).toBe('UTC');
    expect(body.days).toHaveLength(8);
    expect(total(body.days, 'newSessions')).toBe(3);
    expect(total(body.days, 'turns')).toBe(8);
    expect(body.days.at(-1)).toMatchObject({ activeSessions: 3, returningSessions: 0 });
    expect(body.days[0]).toMatchObject({ activeSessions: 0, messagesPerSession: null });
    expect(body.cohorts.at(-1)).toMatchObject({ size: 3, active: [3] });
    expect(body.funnel).toEqual({ created: 3, spoke: 3, answered: 3, cameBack: 2, rated: 2 });
    expect(total(body.sessionLengths.messages, 'sessions')).toBe(3);
  });
});
