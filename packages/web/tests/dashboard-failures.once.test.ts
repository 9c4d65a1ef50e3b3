/** What the dashboard does without data, without the server, and without a good key. */
import { expect, test } from 'vitest';
import {
  card,
  describeDashboard,
  everythingMustBeDrawn,
  type DashboardPage,
} from './dashboard-page.ts';

/** Types a key into the form. */
async function enter({ page }: DashboardPage, key: string): Promise<void> {
  await page.getByLabel('Admin key').fill(key);
  await page.keyboard.press('Enter');
}

describeDashboard('the dashboard without what it needs', (open) => {
  test('a refused key says so, is kept nowhere, and a good one opens the page', async () => {
    const dashboard = await open({ hasKey: false });
    const { page, api } = dashboard;
    await enter(dashboard, 'wrong');
    await page.getByRole('alert').getByText('refused the key').waitFor();
    expect(api.asked).toHaveLength(1);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    await enter(dashboard, api.key);
    await everythingMustBeDrawn(page);
    const kept = await page.evaluate(() => [
      sessionStorage.getItem('catb.admin-key'),
      localStorage.length,
      location.href,
    ]);
    expect(kept).toEqual([api.key, 0, expect.not.stringContaining(api.key)]);
  });

  test('a key that is revoked meanwhile leads back to the form, and the figures are gone', async () => {
    const { page, api } = await open();
    await everythingMustBeDrawn(page);
    api.key = 'another';
    await page.getByRole('button', { name: '30 days' }).click();
    await page.getByRole('alert').getByText('refused the key').waitFor();
    expect(await page.getByRole('region').count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('leaving forgets the key', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByLabel('Admin key').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('too many wrong keys: the form says when it can be tried again', async () => {
    const dashboard = await open({
      hasKey: false,
      prepare: ({ refuse }) => refuse.set('*', { status: 429, retryAfter: 2 }),
    });
    const { page, api } = dashboard;
    await enter(dashboard, 'wrong');
    await page.getByText(/Try again in [12] s/).waitFor();
    expect(await page.getByRole('button', { name: 'Open' }).isDisabled()).toBe(true);
    api.refuse.clear();
    await page.locator('button:enabled', { hasText: 'Open' }).waitFor();
    await enter(dashboard, api.key);
    await everythingMustBeDrawn(page);
  });

  test('one card that fails says so, can be tried again, and leaves the others alone', async () => {
    const { page, api } = await open({
      prepare: ({ refuse }) => refuse.set('cost', { status: 500 }),
    });
    const cost = card(page, 'Cost by model');
    await cost.getByText('Not now.').waitFor();
    await card(page, 'Usage').locator('.chart > svg').waitFor();
    api.refuse.clear();
    await cost.getByRole('button', { name: 'Try again' }).click();
    await cost.locator('.chart > svg').waitFor();
    expect(await cost.getByText('Not now.').count()).toBe(0);
  });

  test('figures that can’t be renewed stay in sight, marked with their age', async () => {
    const { page, api } = await open({ before: (each) => each.clock.install() });
    await everythingMustBeDrawn(page);
    api.refuse.set('usage', { status: 429, retryAfter: 60 });
    await page.clock.fastForward(31_000);
    const usage = card(page, 'Usage');
    await usage.getByText(/These figures are \d+ s old/).waitFor();
    await usage.getByText(/Possible again in \d+ s/).waitFor();
    expect(await usage.locator('.chart > svg').count()).toBe(1);
  });

  test('a server that is gone is said to be, and its return is seen', async () => {
    const { page } = await open({ before: (each) => each.clock.install() });
    await everythingMustBeDrawn(page);
    await page.context().setOffline(true);
    await page.clock.fastForward(5_000);
    // It is tried twice before it is said.
    await page.clock.fastForward(1_000);
    await page.getByText('No answer now.').waitFor();
    expect(await card(page, 'Usage').locator('.chart > svg').count()).toBe(1);
    await page.context().setOffline(false);
    await page.clock.fastForward(5_000);
    await page.getByText('No answer now.').waitFor({ state: 'detached' });
  });

  test('a range without data says so, and leads to a longer one', async () => {
    const { page } = await open({ prepare: (api) => (api.isEmpty = true) });
    await page.getByText('Nobody has asked anything in this range.').waitFor();
    await card(page, 'Cost by model').getByText('Nothing in this range.').waitFor();
    expect(await page.getByText('no known price').count()).toBe(0);
    expect(
      await page
        .getByRole('main')
        .getByText(/\bNaN\b/)
        .count(),
    ).toBe(0);
    await page.getByRole('button', { name: 'Show 12 months' }).click();
    await expect.poll(() => page.url()).toContain('range=12m');
  });
});
