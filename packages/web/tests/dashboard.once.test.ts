/** What the dashboard shows, and how one moves in it. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { card, describeDashboard, everythingMustBeDrawn } from './dashboard-page.ts';

describeDashboard('the dashboard', (open) => {
  test('the headline numbers stand beside the period before, emergencies first', async () => {
    const { page, problems } = await open();
    await everythingMustBeDrawn(page);
    const tiles = page.getByRole('region', { name: 'Headline numbers' }).getByRole('listitem');
    expect(await tiles.first().innerText()).toMatch(/^Emergencies\s+14\s+▲ 17% more/);
    expect(await tiles.nth(3).innerText()).toMatch(/Cost\s+\$84\.12/);
    expect(await tiles.nth(3).innerText()).toContain('3 calls have no known price');
    expect(await page.getByText('12 turns').innerText()).toBe('12 turns');
    expect(problems).toEqual([]);
  });

  test('a click on a model narrows what has a model, the rest says so, and a chip takes it back', async () => {
    const { page, api } = await open({ query: '?range=7d&timezone=UTC' });
    await everythingMustBeDrawn(page);
    await card(page, 'Cost by model')
      .locator('path[data-series*=opus]')
      .click({ position: { x: 20, y: 90 } });
    await page.getByRole('button', { name: 'Remove Model: claude-opus-4-5' }).waitFor();
    await card(page, 'Usage').getByText('Of all models').waitFor();
    await expect.poll(() => card(page, 'Models').locator('tbody tr').count()).toBe(1);
    expect(page.url()).toContain('model=claude-opus-4-5');
    expect(api.asked.filter((path) => path.includes('model='))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/analytics\/cost\?.*provider=anthropic/)]),
    );
    expect(api.asked.some((path) => /usage.*model=/.test(path))).toBe(false);
    await page.getByRole('button', { name: /^Remove Model/ }).click();
    await expect.poll(() => card(page, 'Models').locator('tbody tr').count()).toBe(4);
    await page.goBack();
    await page.getByRole('button', { name: /^Remove Model/ }).waitFor();
  });

  test('a click on a category narrows the messages', async () => {
    const { page, api } = await open();
    await card(page, 'Triage').getByRole('button', { name: 'Emergency' }).click();
    await page.getByRole('button', { name: 'Remove Category: Emergency' }).waitFor();
    await expect
      .poll(() => api.asked.some((path) => /usage.*triage=emergency/.test(path)))
      .toBe(true);
    await card(page, 'Cost by model').getByText('Of all categories').waitFor();
  });

  test('range, buckets and time zone stand in the address, and a link shows the same', async () => {
    const { page, api } = await open();
    await page.getByRole('button', { name: 'Custom' }).click();
    await page.getByLabel('From', { exact: true }).fill('2026-11-02');
    await page.getByLabel('to', { exact: true }).fill('2026-11-04');
    await page.getByLabel('Buckets').selectOption('hour');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    const url = new URL(page.url());
    expect(url.search).toBe('?from=2026-11-02&to=2026-11-05&bucket=hour&timezone=Asia/Tokyo');
    api.asked.splice(0);
    await page.goto(url.href);
    const asked =
      '/analytics/usage?from=2026-11-02&to=2026-11-05&bucket=hour&timezone=Asia%2FTokyo';
    await expect.poll(() => api.asked).toContain(asked);
    expect(await page.getByLabel('to', { exact: true }).inputValue()).toBe('2026-11-04');
  });

  test('every card with a chart shows itself as a table', async () => {
    const { page } = await open({ query: '?range=7d&timezone=UTC' });
    await everythingMustBeDrawn(page);
    await card(page, 'Cost by model')
      .getByRole('button', { name: 'Table of Cost by model' })
      .click();
    const table = page.getByRole('region', { name: 'Cost by model, as a table' });
    expect(await table.locator('thead').innerText()).toMatch(/Time\s+claude-opus-4-5/);
    expect(await table.locator('tbody tr').count()).toBe(8);
  });

  test('each file holds what was asked, with the key and without it in the address', async () => {
    const { page, api } = await open({ query: '?range=7d&timezone=UTC' });
    await everythingMustBeDrawn(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV of Usage' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('catb-usage.csv');
    expect(await readFile(await file.path(), 'utf8')).toContain('timezone=UTC&format=csv');
    expect(api.asked.join(' ')).not.toContain(api.key);
    const savedHere = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV of Slowest calls' }).click();
    const rows = (await readFile(await (await savedHere).path(), 'utf8')).trim().split('\r\n');
    expect(rows[0]).toBe('at,provider,model,latencyMs,firstTokenMs,outputTokens,finishReason');
    expect(rows).toHaveLength(21);
  });

  test('a model’s name is text, whatever is in it', async () => {
    const hostile = '<img src=x onerror="document.title=1"><b>bold</b>';
    const { page, problems } = await open({ prepare: (api) => (api.models = [hostile, 'plain']) });
    await everythingMustBeDrawn(page);
    expect(await page.getByRole('main').innerText()).toContain(hostile);
    await card(page, 'Cost by model').locator('.chart').hover();
    expect(await page.locator('.readout').innerText()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Mu: dashboard');
    expect(problems).toEqual([]);
  });

  test('demo data is called so, and a budget says how much of it is spent', async () => {
    const budget = { period: 'month', limitUsd: '200', timezone: 'UTC', atLimit: 'offline-guide' };
    const { page } = await open({
      prepare: (api) => {
        api.includesDemo = true;
        api.budgets = [{ ...budget, spentUsd: '184.2', share: 0.921, unknownCalls: 3 }];
      },
    });
    await page.getByText('Includes demo data').waitFor();
    const line = page.getByRole('region', { name: 'Budgets' });
    expect(await line.innerText()).toContain('$184.20 of $200.00 spent (92.1%)');
    expect(await line.innerText()).toContain('3 calls without a known price');
  });

  test('without budgets there is no word of them', async () => {
    const { page, api } = await open();
    await everythingMustBeDrawn(page);
    expect(api.asked).toContain('/analytics/budgets');
    expect(await page.getByRole('region', { name: 'Budgets' }).count()).toBe(0);
  });
});
