/** The page by keyboard, on a phone, in the dark, and for somebody who listens to it. */
import { expect, test } from 'vitest';
import { axeMustFindNothing } from './axe.ts';
import { box, describeInBrowser, mustShow, say } from './chat-page.ts';
import { blocked } from './stand-in-chat.ts';

/** True when the beginning of the element is within the scrolling part of the page. */
function isInSight(element: Element): boolean {
  const frame = document.querySelector('main')?.getBoundingClientRect();
  const { top } = element.getBoundingClientRect();
  return frame !== undefined && top >= frame.top && top < frame.bottom;
}

describeInBrowser('access', (open) => {
  test('everything can be done with the keyboard alone', async () => {
    const { page, api } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to');
    await page.keyboard.press('Enter');
    await page.keyboard.type('line one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('line two');
    await page.keyboard.press('Enter');
    await mustShow(page, 'Fine.');
    expect(api.chats[0]?.message).toBe('line one\nline two');
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Not helpful',
    );
    await page.keyboard.press('Space');
    await page.getByLabel('What was wrong? (optional)').waitFor();
    const profile = page.getByRole('button', { name: 'Your cat' });
    await profile.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await profile.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('an answer is announced sentence by sentence', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'answer', text: 'Keep him warm. Offer water. Call tomorrow.' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Call tomorrow.');
    const spoken = page.locator('[aria-live=polite] p');
    await spoken.filter({ hasText: 'Call tomorrow.' }).waitFor({ state: 'attached' });
    expect(await spoken.allTextContents()).toEqual(
      expect.arrayContaining(['Keep him warm.', 'Offer water.', 'Call tomorrow.']),
    );
  });

  test('on a phone of 360 pixels nothing is cut off, and the box stays in sight', async () => {
    const { page, api } = await open({ viewport: { width: 360, height: 640 }, hasTouch: true });
    api.next.push({ kind: 'answer', text: `Call a vet. ${'x'.repeat(400)}`, triage: blocked });
    await say(page, `He strains. ${'y'.repeat(400)}`);
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Send' }).waitFor();
    const overflow = () =>
      page.evaluate(() => {
        const scroller = document.querySelector('main');
        return [
          document.documentElement.scrollWidth - innerWidth,
          (scroller?.scrollWidth ?? 0) - (scroller?.clientWidth ?? 0),
        ];
      });
    expect(await overflow()).toEqual([0, 0]);
    await expect.poll(() => page.locator('.triage').evaluate(isInSight)).toBe(true);
    await page.setViewportSize({ width: 360, height: 340 });
    const rectangle = await box(page).boundingBox();
    expect((rectangle?.y ?? 999) + (rectangle?.height ?? 999)).toBeLessThanOrEqual(340);
    await page.getByRole('button', { name: 'Your cat' }).click();
    expect(await overflow()).toEqual([0, 0]);
  });

  test('a long answer is shown from its beginning, and the end is a button away', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'answer', text: 'A line of many.\n\n'.repeat(60) });
    await say(page, 'Tell me everything.');
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await expect.poll(() => page.locator('.triage').evaluate(isInSight)).toBe(true);
    await page.getByRole('button', { name: 'Newest' }).click();
    await page.getByRole('button', { name: 'Newest' }).waitFor({ state: 'detached' });
    expect(await page.locator('.triage').evaluate(isInSight)).toBe(false);
    expect(await page.locator('.thumbs').evaluate(isInSight)).toBe(true);
    await say(page, 'Thank you.');
    await mustShow(page, 'Fine.');
    await expect.poll(() => page.locator('.triage').last().evaluate(isInSight)).toBe(true);
  });

  test('the theme follows the system until the person chooses, and the choice is kept', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await ground()).toBe('rgb(13, 22, 21)');
    await page.getByRole('button', { name: 'Switch to the light theme' }).click();
    expect(await ground()).toBe('rgb(233, 239, 236)');
    await page.reload();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).waitFor();
    expect(await ground()).toBe('rgb(233, 239, 236)');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong in the ${colorScheme} theme`, async () => {
      const { page, api } = await open({ colorScheme, reducedMotion: 'reduce' });
      await axeMustFindNothing(page);
      const categories = ['urgent', 'routine', 'behavioral'];
      for (const category of categories)
        api.next.push({ kind: 'answer', text: 'So.', triage: { category, redFlags: [] } });
      api.next.push({ kind: 'answer', text: 'Call **a vet**.', triage: blocked });
      api.next.push({ kind: 'refuse', status: 500, message: 'Broken.' });
      for (const text of ['a', 'b', 'c', 'd', 'e']) {
        await say(page, text);
        await page.getByRole('button', { name: 'Send' }).waitFor();
      }
      await mustShow(page, 'Broken.');
      await page.getByRole('button', { name: 'Helpful', exact: true }).first().click();
      await axeMustFindNothing(page);
      await page.getByRole('button', { name: 'Your cat' }).click();
      await page.getByLabel('Name').waitFor();
      await axeMustFindNothing(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Your data' }).click();
      await page.getByRole('button', { name: 'Erase my data' }).click();
      await axeMustFindNothing(page);
      await page.getByRole('button', { name: 'Erase everything' }).click();
      await page.getByText('Your data is erased').waitFor();
      await axeMustFindNothing(page);
    });
  }
});
