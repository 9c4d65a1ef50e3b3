import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { openDatabase, setBudget, type Database } from '@catb/database';
import { createTestDatabase, openServer, type TestDatabase } from '@catb/database/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import type { Webhook } from './post-webhook.ts';
import { startBudgetWatch, type BudgetWatch } from './start-budget-watch.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
let receiver: WebhookReceiver;
const watches: BudgetWatch[] = [];
const logLines: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
  server = await openServer(database);
});
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  await database.pool.query('delete from catb.budget_alerts');
  await database.pool.query(`select catb.remove_budget('day')`);
  await setBudget(owner, { period: 'day', limitUsd: '5', timezone: 'UTC', atLimit: 'refuse' });
});
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.stop();
  await receiver.close();
  logLines.length = 0;
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});

const count = (usd: number | null) => database.pool.query('select catb.count_spending($1)', [usd]);

function watch(webhook: Partial<Webhook> | null = {}): void {
  const log = pino({}, { write: (line: string) => logLines.push(line) });
  const whole = webhook && { url: receiver.url, ...webhook };
  watches.push(startBudgetWatch({ database: server, webhook: whole, log, everyMs: 20 }));
}

/** As if the pause before the next attempt were over, once it has begun. */
async function skipPause(): Promise<void> {
  const skip = async () => {
    const { rowCount } = await database.pool.query(
      'update catb.budget_alerts set next_attempt_at = now() where claim_id is null',
    );
    return rowCount;
  };
  await expect.poll(skip, { timeout: 10_000 }).toBe(1);
}

const told = async (expected: number) => {
  await expect
    .poll(
      async () => {
        const { rows } = await database.pool.query<{ told: number }>(
          'select count(delivered_at)::integer as told from catb.budget_alerts',
        );
        return rows[0]?.told;
      },
      { timeout: 10_000 },
    )
    .toBe(expected);
  return receiver.deliveries.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
};

describe('what is told', () => {
  test('is sums and dates, signed, and a text that says what happens', async () => {
    await count(null);
    await count(5.25);
    watch({ secret: 'of the receiver' });
    const [nearly, wholly] = await told(2);
    expect(nearly).toMatchObject({ threshold: 80 });
    const { periodStart, periodEnd, noticedAt, id, ...rest } = wholly ?? {};
    expect(rest).toEqual({
      type: 'budget_alert',
      text: `catb: 100 % of the budget of the day that began on ${String(periodStart).slice(0, 10)} (UTC) are spent: 5.25 of 5 US dollars. Messages are refused from now on; emergencies are answered by the offline guide. Calls whose cost is unknown, which the budget does not see: 1.`,
      period: 'day',
      timezone: 'UTC',
      threshold: 100,
      limitUsd: '5',
      spentUsd: '5.25',
      unknownCalls: 1,
      atLimit: 'refuse',
    });
    expect(Date.parse(String(periodEnd)) - Date.parse(String(periodStart))).toBe(86_400_000);
    expect(Date.parse(String(noticedAt))).toBeGreaterThanOrEqual(Date.parse(String(periodStart)));
    const [, { headers, body }] = receiver.deliveries as [unknown, (typeof receiver.deliveries)[0]];
    expect(headers['x-catb-delivery']).toBe(id);
    expect(headers['x-catb-signature']).toBe(
      `sha256=${createHmac('sha256', 'of the receiver').update(body).digest('hex')}`,
    );
    expect(logLines.filter((line) => line.includes('reached a threshold'))).toHaveLength(2);
  });

  test('without a secret is not signed, and without a webhook is in the log alone', async () => {
    await count(4);
    watch();
    await told(1);
    expect(receiver.deliveries[0]?.headers).not.toHaveProperty('x-catb-signature');
    await watches.pop()?.stop();
    await count(1);
    watch(null);
    await told(2);
    expect(receiver.deliveries).toHaveLength(1);
    expect(logLines.join('')).toMatch(/"threshold":100/);
  });

  test('is told once by many servers', async () => {
    for (let servers = 0; servers < 5; servers += 1) watch();
    await count(5);
    await told(2);
    expect(receiver.deliveries).toHaveLength(2);
  });
});

describe('a receiver that', () => {
  const faults: [string, (response: ServerResponse) => void, RegExp][] = [
    ['fails', (response) => response.writeHead(500).end(), /status 500/],
    [
      'redirects',
      (response) => response.writeHead(307, { location: receiver.url }).end(),
      /status 307/,
    ],
    ['never answers', () => undefined, /no answer within 0.2 s/],
    ['hangs up', (response) => response.destroy(), /no connection/],
  ];
  test.each(faults)('%s is tried again, with the same id', async (_what, answer, reason) => {
    receiver.answer = answer;
    await count(4);
    watch({ timeoutMs: 200 });
    const failed = () => logLines.filter((line) => line.includes('webhook was not reached'));
    await expect.poll(() => failed().length, { timeout: 10_000 }).toBe(1);
    expect(failed()[0]).toMatch(reason);
    expect(logLines.join('')).not.toMatch(/its-secret-path/);
    expect(receiver.deliveries).toHaveLength(1);
    receiver.answer = (response) => response.end();
    await skipPause();
    const [first, second] = await told(1);
    expect(second?.['id']).toBe(first?.['id']);
  });

  test('is slow gets it once, and one that sends without end is not listened to', async () => {
    receiver.answer = (response) => {
      response.writeHead(200);
      const writing = setInterval(() => response.write('x'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(writing));
    };
    await count(4);
    watch();
    watch();
    await told(1);
    receiver.answer = (response) => void setTimeout(() => response.end(), 300);
    await count(1);
    await told(2);
    expect(receiver.deliveries).toHaveLength(2);
  });
});

test('a stop cuts off what is being told, and the next server tells it', async () => {
  receiver.answer = () => undefined;
  await count(4);
  watch();
  await expect.poll(() => receiver.deliveries.length).toBe(1);
  await watches.pop()?.stop();
  receiver.answer = (response) => response.end();
  await skipPause();
  watch();
  const [first, second] = await told(1);
  expect(second?.['id']).toBe(first?.['id']);
});

test('a database that is away is in the log, and the watch goes on', async () => {
  await database.pool.query('alter function catb.claim_budget_alert() rename to gone');
  watch();
  await expect.poll(() => logLines.length, { timeout: 10_000 }).toBeGreaterThan(1);
  await database.pool.query('alter function catb.gone() rename to claim_budget_alert');
  await count(4);
  await told(1);
  expect(receiver.deliveries).toHaveLength(1);
});
