/** The dashboard by keyboard, on a phone, in both lights, for somebody who listens, and in haste. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { axeMustFindNothing } from './axe.ts';
import { builtPage } from './build-page.ts';
import { card, describeDashboard, everythingMustBeDrawn, overflowOf } from './dashboard-page.ts';

/** Compressed bytes of the scripts that a page loads, those that they import included. */
async function scriptBytes(pageName: string): Promise<number> {
  const html = await readFile(join(builtPage, pageName), 'utf8');
  const names = await readdir(join(builtPage, 'assets'));
  const loaded = names.filter((name) => name.endsWith('.js') && html.includes(name));
  const sizes = await Promise.all(
    loaded.map(async (name) => gzipSync(await readFile(join(builtPage, 'assets', name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describeDashboard('access to the dashboard', (open) => {
  test('its scripts weigh less than 400 kB, and the chat page loads none of the charts', async () => {
    const [dashboard, chat] = [
      await scriptBytes('dashboard.html'),
      await scriptBytes('index.html'),
    ];
    expect(dashboard).toBeGreaterThan(80_000);
    expect(dashboard).toBeLessThan(400_000);
    // 93.4 kB before there was a dashboard.
    expect(chat).toBeLessThan(98_000);
  });

  test('with a year of days the first paint comes within 1.5 s', async () => {
    const { page } = await open({ query: '?range=12m&timezone=UTC&bucket=day' });
    const firstPaint = async () => {
      await everythingMustBeDrawn(page);
      return page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      );
    };
    const measured = [await firstPaint()];
    // What else runs on the machine is not the page's doing: the best of three counts.
    while (Math.min(...measured) >= 1_500 && measured.length < 3) {
      await page.reload();
      measured.push(await firstPaint());
    }
    expect(Math.min(...measured)).toBeLessThan(1_500);
  });

  test('every control is reached by Tab, and the arrow keys read a chart', async () => {
    const { page } = await open({ query: '?range=7d&timezone=UTC' });
    await everythingMustBeDrawn(page);
    const controls = await page
      .locator('a[href], button:enabled, input, select, [tabindex="0"]')
      .count();
    const seen = new Set<string>();
    for (let step = 0; step < controls; step += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const all = [...document.querySelectorAll('*')];
        const { outlineStyle } = getComputedStyle(element ?? document.body);
        return { place: all.indexOf(element ?? document.body), outlineStyle };
      });
      expect(focused.outlineStyle).toBe('solid');
      seen.add(String(focused.place));
    }
    expect(seen.size).toBe(controls);
    const chart = page.getByRole('group', { name: /^Cost by model\. The arrow keys/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const spoken = chart.locator('[aria-live=polite]');
    await expect.poll(() => spoken.textContent()).toMatch(/claude-opus-4-5 \$\d/);
    expect(await page.locator('.readout').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.readout').count()).toBe(0);
  });

  test('on a phone of 360 pixels nothing is cut off', async () => {
    const models = ['a-model-with-a-name-that-is-longer-than-any-phone-is-wide-2026-11-25'];
    const { page } = await open({
      context: { viewport: { width: 360, height: 740 }, hasTouch: true },
      query: '?range=90d&timezone=America/Argentina/ComodRivadavia&triage=emergency',
      prepare: (api) => api.models.push(...models),
    });
    await everythingMustBeDrawn(page);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole('button', { name: 'Custom' }).click();
    await page.getByRole('button', { name: 'Table of Usage' }).click();
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 1920, height: 1000 });
    expect(await overflowOf(page)).toBe(0);
  });

  test('the theme follows the system until the person chooses', async () => {
    const { page } = await open({ context: { colorScheme: 'dark' } });
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await ground()).toBe('rgb(13, 22, 21)');
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    expect(await ground()).toBe('rgb(233, 239, 236)');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong in the ${colorScheme} theme`, async () => {
      const { page, api } = await open({
        context: { colorScheme },
        query: '?range=30d&timezone=UTC&provider=anthropic&model=claude-haiku-4-5',
        prepare: (each) => (each.includesDemo = true),
      });
      await everythingMustBeDrawn(page);
      await card(page, 'Usage').getByRole('button', { name: 'Table of Usage' }).click();
      await axeMustFindNothing(page);
      api.refuse.set('*', { status: 500 });
      await page.getByRole('button', { name: '90 days' }).click();
      await card(page, 'Cost by model').getByText('Not now.').waitFor();
      await axeMustFindNothing(page);
      await page.getByRole('button', { name: 'Leave' }).click();
      await axeMustFindNothing(page);
    });
  }
});
