/** The dashboard on the real server, over a real PostgreSQL: page and server speak the same. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  markup,
  startAnalyticsServer,
  type AnalyticsServer,
} from '../packages/server/src/testing/start-analytics-server.ts';
import {
  startTestServer,
  type TestServer,
} from '../packages/server/src/testing/start-test-server.ts';
import { describeWithBrowser } from '../packages/web/tests/browser.ts';
import { builtPage } from '../packages/web/tests/build-page.ts';

describeWithBrowser('the dashboard on the real server', ({ visit }) => {
  let analytics: AnalyticsServer;
  let server: TestServer;
  beforeAll(async () => {
    analytics = await startAnalyticsServer();
    server = await startTestServer({
      database: analytics.server.database,
      settings: { CATB_ADMIN_KEY: 'the-key' },
      webFolder: builtPage,
    });
  });
  afterAll(async () => {
    await server?.stop();
    await analytics?.server.stop();
  });

  /** The page behind the form, in UTC. */
  async function enter(key: string, query = '?range=7d&timezone=UTC') {
    const visited = await visit({ timezoneId: 'UTC' });
    await visited.page.goto(`${server.url}/dashboard${query}`);
    await visited.page.getByLabel('Admin key').fill(key);
    await visited.page.keyboard.press('Enter');
    return visited;
  }
  const card = (page: Page, title: string) =>
    page.getByRole('region', { name: title, exact: true });

  test('every card shows what the database holds, and nothing goes wrong', async () => {
    const { page, problems } = await enter('the-key');
    const tiles = page.getByRole('region', { name: 'Headline numbers' }).getByRole('listitem');
    await tiles.first().waitFor();
    const stored = await analytics.row(
      `select (select count(*) from public.messages where role = 'user')::int as turns,
              (select sum(cost_usd) from public.model_calls)::float8 as cost,
              (select count(*) from public.model_calls where cost_usd is null)::int as unknown`,
    );
    expect(await tiles.nth(0).innerText()).toMatch(/^Emergencies\s+1\s/);
    expect(await tiles.nth(1).innerText()).toMatch(new RegExp(`^Turns\\s+${stored?.['turns']}\\s`));
    const cost = await tiles.nth(3).innerText();
    expect(Number(/\$([\d.]+)/.exec(cost)?.[1])).toBeCloseTo(Number(stored?.['cost']), 3);
    expect(cost).toContain(`${stored?.['unknown']} calls have no known price`);
    for (const title of ['Cost by model', 'Triage', 'Usage', 'Waiting time', 'Feedback'])
      await card(page, title).locator('.chart > svg').first().waitFor();
    await card(page, 'Active sessions by day').locator('.chart > svg').waitFor();
    await card(page, 'From opening to rating').getByText('Rated an answer').waitFor();
    await card(page, 'Slowest calls').getByText('9.0 s').waitFor();
    await card(page, 'Calls that did not end well').getByText('model overloaded').waitFor();
    expect(await page.locator('.failure').count()).toBe(0);
    // A model that is called <script>…</script> is shown under that name.
    expect(await card(page, 'Models').innerText()).toContain(markup);
    expect(problems).toEqual([]);
  });

  test('a click on a model narrows what the server is asked for', async () => {
    const { page } = await enter('the-key');
    const models = card(page, 'Models');
    await models.getByRole('button', { name: 'one', exact: true }).click();
    await expect.poll(() => models.locator('tbody tr').count(), { timeout: 10_000 }).toBe(1);
    await card(page, 'Slowest calls').getByText('900 ms').first().waitFor();
    await card(page, 'Usage').getByText('Of all models').waitFor();
    await card(page, 'Triage')
      .getByRole('button', { name: /^Emergency/ })
      .click();
    await card(page, 'Usage').getByText('1 turn ·').waitFor();
    expect(await page.locator('.failure').count()).toBe(0);
  });

  test('every range, bucket and zone that can be chosen is one that the server takes', async () => {
    const { page } = await enter('the-key', '?range=today&timezone=Asia/Kathmandu&bucket=hour');
    for (const name of ['30 days', '90 days', '12 months', 'Today']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      expect(await page.locator('.failure').allInnerTexts()).toEqual([]);
    }
    await page.getByLabel('Time zone').selectOption('America/St_Johns');
    await page.getByRole('button', { name: 'Custom' }).click();
    await page.getByLabel('From', { exact: true }).fill('2020-01-31');
    for (const bucket of ['week', 'month', 'day']) {
      await page.getByLabel('Buckets').selectOption(bucket);
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    }
    // More than 2,000 days: the server says why not, and the page says so.
    await page
      .getByText(/2,?000/)
      .first()
      .waitFor();
  });

  test('the file of a card is what the server makes of the same question', async () => {
    const { page } = await enter('the-key');
    await card(page, 'Cost by model').locator('.chart > svg').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV of Cost by model' }).click();
    const file = await readFile(await (await saving).path(), 'utf8');
    expect(file).toMatch(/^start,end,provider,model,purpose,calls,costUsd/);
    expect(file).toContain(',dear,one,reply,2,');
  });

  test('a wrong key opens nothing', async () => {
    const { page } = await enter('wrong');
    await page.getByRole('alert').getByText('refused the key').waitFor();
    expect(await page.getByRole('region').count()).toBe(0);
  });
});
