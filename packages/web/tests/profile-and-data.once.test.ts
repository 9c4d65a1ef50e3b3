/** The cat's profile, and what a person can do with what is kept about them. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeInBrowser, mustShow, say } from './chat-page.ts';

describeInBrowser('profile and data', (open) => {
  test('a profile is saved, named in the header, and there after a reload', async () => {
    const { page, api } = await open();
    await page.getByRole('button', { name: 'Your cat' }).click();
    await page.getByLabel('Name').fill('Misha');
    await page.getByRole('radio', { name: 'Female' }).check();
    await page.getByRole('group', { name: 'Neutered or spayed' }).getByLabel('Yes').check();
    await page.getByLabel('Age, years').fill('3');
    await page.getByLabel('and months').fill('2');
    await page.getByLabel('Weight, kg').fill('4.2');
    await page.getByRole('radio', { name: 'Pounds' }).check();
    expect(await page.getByLabel('Weight, lb').inputValue()).toBe('9.26');
    await page.getByLabel('Known conditions').fill('asthma');
    await page.getByRole('radio', { name: 'Briefly' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Misha' }).waitFor();
    expect(api.preferences).toEqual({
      catName: 'Misha',
      sex: 'female',
      neutered: true,
      ageMonths: 38,
      weightGrams: 4200,
      conditions: 'asthma',
      tone: 'brief',
      units: 'imperial',
    });
    await page.reload();
    await page.getByRole('button', { name: 'Misha' }).click();
    expect(await page.getByLabel('Age, years').inputValue()).toBe('3');
  });

  test('a profile that the server refuses stays in the form, with the reason', async () => {
    const { page } = await open();
    await page.route('**/preferences', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 400, json: { code: 'X', message: 'weightGrams is too large.' } })
        : route.continue(),
    );
    await page.getByRole('button', { name: 'Your cat' }).click();
    await page.getByLabel('Name').fill('Misha');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('weightGrams is too large.').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Misha');
  });

  test('erasing asks first, shows the receipt, and leaves nothing behind', async () => {
    const { page, api } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    await page.getByRole('button', { name: 'Your data' }).click();
    await page.getByRole('button', { name: 'Erase my data' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    expect(api.messages).toHaveLength(2);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('Your data is erased').waitFor();
    await page.getByText('0199aa00-7f3e-7c11-9d54-2b7f0c1e8a42').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await mustShow(page, 'What I can’t do');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });

  test('erasing stops a message that waits, and no new session is opened', async () => {
    const { page, api } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    api.next.push({ kind: 'refuse', status: 429, retryAfter: 90 });
    await say(page, 'And he coughs.');
    await mustShow(page, 'Next try in');
    await page.getByRole('button', { name: 'Your data' }).click();
    await page.getByRole('button', { name: 'Erase my data' }).click();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await mustShow(page, 'What I can’t do');
    await page.waitForTimeout(1_000);
    expect(api.sessions).toEqual(['catb_1', 'erased']);
    expect(await page.evaluate(() => localStorage.getItem('catb.session'))).toBe(null);
  });

  test('the export is a file with everything that was said', async () => {
    const { page } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    await page.getByRole('button', { name: 'Your data' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export my data' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^mu-\d{4}-\d{2}-\d{2}\.json$/);
    const held = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      messages: { content: string }[];
    };
    expect(held.messages.map(({ content }) => content)).toEqual(['He sneezes.', 'Fine.']);
  });
});
