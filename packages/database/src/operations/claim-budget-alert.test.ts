import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  openServer,
  permissionDenied,
  type TestDatabase,
} from '../testing/index.ts';
import { claimBudgetAlert, type BudgetAlert } from './claim-budget-alert.ts';
import { finishBudgetAlert } from './finish-budget-alert.ts';
import { removeBudget } from './remove-budget.ts';
import { setBudget } from './set-budget.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
  server = await openServer(database);
});
beforeEach(async () => {
  await removeBudget(owner, 'day');
  await database.pool.query('delete from catb.budget_alerts');
  await setBudget(owner, { period: 'day', limitUsd: '1', atLimit: 'refuse' });
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});

const count = (usd: string) => database.pool.query('select catb.count_spending($1)', [usd]);

async function claim(): Promise<BudgetAlert> {
  const alert = await claimBudgetAlert(server);
  if (alert === null) throw new Error('There is nothing to claim');
  return alert;
}

const deliver = (alert: BudgetAlert) => finishBudgetAlert(server, alert, true);

/** As if so much time had passed since the alert was last touched. */
const letPass = (interval: string) =>
  database.pool.query(
    `update catb.budget_alerts set next_attempt_at = next_attempt_at - $1::interval,
                                   noticed_at = noticed_at - $1::interval`,
    [interval],
  );

it('80 % and 100 % are told once each', async () => {
  await count('0.79');
  expect(await claimBudgetAlert(server)).toBeNull();
  await count('0.01');
  const first = await claim();
  expect(first).toMatchObject({
    period: 'day', threshold: 80, limitUsd: '1', spentUsd: '0.8', unknownCalls: 0, timezone: 'UTC',
    atLimit: 'refuse', attempts: 1,
  }); // prettier-ignore
  expect(await deliver(first)).toBe(true);
  await count('0.1');
  expect(await claimBudgetAlert(server)).toBeNull();
  await count('0.1');
  const second = await claim();
  expect(second).toMatchObject({ threshold: 100, spentUsd: '1' });
  expect(await deliver(second)).toBe(true);
  await count('5');
  expect(await claimBudgetAlert(server)).toBeNull();
});

it('a limit that is raised has warnings of its own', async () => {
  await count('0.8');
  await deliver(await claim());
  await setBudget(owner, { period: 'day', limitUsd: '1.0' });
  expect(await claimBudgetAlert(server)).toBeNull();
  await setBudget(owner, { period: 'day', limitUsd: '10' });
  expect(await claimBudgetAlert(server)).toBeNull();
  await count('7.2');
  expect(await claim()).toMatchObject({ threshold: 80, limitUsd: '10', spentUsd: '8' });
});

it('one of many servers gets it', async () => {
  await count('0.9');
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimBudgetAlert(server)));
  expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
});

it('a server that dies with it loses it after a minute, and its late word is not taken', async () => {
  await count('0.9');
  const lost = await claim();
  expect(await claimBudgetAlert(server)).toBeNull();
  await letPass('61 seconds');
  const taken = await claim();
  expect(taken).toMatchObject({ id: lost.id, attempts: 2 });
  expect(await finishBudgetAlert(server, lost, false)).toBe(false);
  expect(await deliver(taken)).toBe(true);
  expect(await deliver(taken)).toBe(false);
});

it('what is not taken is tried again after a pause that doubles up to an hour, for three days', async () => {
  await count('0.9');
  for (const pause of [10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600]) {
    expect(await finishBudgetAlert(server, await claim(), false)).toBe(true);
    await letPass(`${pause - 5} seconds`);
    expect(await claimBudgetAlert(server)).toBeNull();
    await letPass('5 seconds');
  }
  await letPass('3 days');
  expect(await claimBudgetAlert(server)).toBeNull();
});

it('a clock that goes back by years does not silence it', async () => {
  await count('0.9');
  await finishBudgetAlert(server, await claim(), false);
  await letPass('-3 years');
  expect(await claim()).toMatchObject({ threshold: 80 });
});

it.each(['anon', 'authenticated', 'service_role', 'catb_analyst'])(
  '%s can neither take an alert away nor declare one told',
  async (role) => {
    await connectAs(database, role, async (client) => {
      for (const call of [
        'select * from catb.claim_budget_alert()',
        'select catb.finish_budget_alert(gen_random_uuid(), gen_random_uuid(), true)',
        'select * from catb.budget_alerts',
      ]) {
        await mustRefuse(client.query(call), permissionDenied);
      }
    });
  },
);
