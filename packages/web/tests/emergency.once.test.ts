/** How serious it is, as the page shows it. */
import { expect, test } from 'vitest';
import { describeInBrowser, holdBack, mustShow, say } from './chat-page.ts';
import { blocked } from './stand-in-chat.ts';

describeInBrowser('triage', (open) => {
  test('each answer shows its category', async () => {
    const { page, api } = await open();
    api.next.push(
      { kind: 'answer', text: 'One.', triage: { category: 'urgent', redFlags: [] } },
      { kind: 'answer', text: 'Two.', triage: { category: 'behavioral', redFlags: [] } },
    );
    await say(page, 'He limps.');
    await mustShow(page, 'One.');
    await say(page, 'He scratches the sofa.');
    await mustShow(page, 'Two.');
    const chips = async () => (await page.locator('.triage strong').allInnerTexts()).join();
    expect(await chips()).toBe('Urgent,Behavior');
    await page.reload();
    await mustShow(page, 'Two.');
    expect(await chips()).toBe('Urgent,Behavior');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('an emergency raises the banner at the first word, and it stays', async () => {
    const { page, api } = await open();
    const { until, release } = holdBack();
    const soon = {
      name: 'urinary-signs',
      label: 'Painful urination',
      advice: 'Have it checked today.',
    };
    const redFlags = [...blocked.redFlags, { ...soon, category: 'urgent' }];
    const triage = { ...blocked, redFlags };
    api.next.push({ kind: 'answer', text: 'Call a vet now.', triage, until });
    await say(page, 'He strains and nothing comes out.');
    const banner = page.getByRole('alert');
    await banner.waitFor();
    expect(await page.getByRole('button', { name: 'Stop the answer' }).count()).toBe(1);
    expect(await banner.innerText()).toContain('Straining to urinate with nothing coming out');
    expect(await banner.innerText()).toContain('don’t wait until morning');
    expect(await banner.innerText()).not.toContain('Have it checked today');
    expect(await banner.innerText()).not.toMatch(/\d{3}/);
    release();
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await say(page, 'Thank you.');
    await mustShow(page, 'Fine.');
    expect(await banner.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show less' }).click();
    expect(await banner.innerText()).toContain('Call a vet now');
    await page.reload();
    await banner.waitFor();
    expect(await banner.innerText()).toContain('Straining without urine');
  });

  test('an emergency of last week is no longer announced', async () => {
    const { page, api } = await open();
    await say(page, 'Hello.');
    await mustShow(page, 'Fine.');
    api.addTurn('He strains.', 'Call a vet.', blocked);
    const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString();
    for (const message of api.messages) message.createdAt = weekAgo;
    await page.reload();
    await mustShow(page, 'Call a vet.');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
