/** What the page does when the way to Mu is broken, closed or slow. */
import { expect, test } from 'vitest';
import { box, describeInBrowser, holdBack, mustShow, readConversation, say } from './chat-page.ts';

describeInBrowser('the connection', (open) => {
  test('a stream that is dropped is sent again with the same key, by itself', async () => {
    const { page, api } = await open();
    const cut = holdBack();
    const { until, release } = holdBack();
    api.next.push(
      { kind: 'drop', text: 'Half an ans', until: cut.until },
      { kind: 'answer', text: 'Fine.', until },
    );
    await say(page, 'He sneezes.');
    await mustShow(page, 'Half an ans');
    cut.release();
    const spoken = page.locator('[aria-live=polite] p');
    await spoken.filter({ hasText: 'Connection lost.' }).waitFor({ state: 'attached' });
    await mustShow(page, 'Half an ans');
    release();
    await mustShow(page, 'Fine.');
    expect(await readConversation(page)).toEqual(['He sneezes.', 'Fine.']);
    expect(api.chats).toHaveLength(2);
    expect(api.chats[0]).toEqual(api.chats[1]);
    expect(api.chats[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a message that failed is tried again with the same key, by the person', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'break', text: 'Well', message: 'The model went away.' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'The model went away. Try again.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await mustShow(page, 'Fine.');
    expect(api.chats[0]).toEqual(api.chats[1]);
  });

  test('an apology is shown as a failure and tried again with the same key', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'answer', text: 'I am sorry, I cannot answer now.', state: 'failed' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Mu could not answer this.');
    api.messages.splice(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await mustShow(page, 'Fine.');
    expect(await readConversation(page)).toEqual(['He sneezes.', 'Fine.']);
    expect(api.chats[0]).toEqual(api.chats[1]);
  });

  test('a turn in progress is waited for with the same key', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'refuse', status: 409, retryAfter: 1 });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    expect(api.chats[0]).toEqual(api.chats[1]);
  });

  test('a rate limit counts down, then the message goes out by itself', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'refuse', status: 429, retryAfter: 4 });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Yours is kept and will be sent again.');
    const seconds = async () =>
      Number(/\d+/.exec(await page.locator('.countdown').innerText())?.[0]);
    const first = await seconds();
    expect(first).toBeLessThanOrEqual(4);
    await expect.poll(seconds, { timeout: 4_000 }).toBeLessThan(first);
    await mustShow(page, 'Fine.');
    expect(api.chats[0]).toEqual(api.chats[1]);
  });

  test('a long rate limit leaves the retry to the person, later', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'refuse', status: 429, retryAfter: 600, message: 'Enough for now.' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Enough for now.');
    await mustShow(page, 'Try again in 10 min');
    expect(await page.getByRole('button', { name: 'Try again' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Edit message' }).click();
    expect(await box(page).inputValue()).toBe('He sneezes.');
  });

  test('stop ends the answer and keeps what was written', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'hang', text: 'First of all ' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'First of all');
    await page.getByRole('button', { name: 'Stop the answer' }).click();
    await mustShow(page, 'This answer was stopped before its end.');
    expect(await readConversation(page)).toEqual(['He sneezes.', 'First of all']);
    expect(api.messages.map(({ state }) => state)).toEqual(['complete', 'aborted']);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await mustShow(page, 'Fine.');
    expect(api.chats[0]?.idempotencyKey).not.toBe(api.chats[1]?.idempotencyKey);
  });

  test('a session that the server refuses is replaced, said plainly, and the text kept', async () => {
    const { page, api } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    api.sessions.push('catb_somebody_elses');
    await say(page, 'And now he coughs.');
    await page.getByText('Your earlier conversation has ended.').first().waitFor();
    expect(await box(page).inputValue()).toBe('And now he coughs.');
    api.messages.splice(0);
    await box(page).press('Enter');
    await mustShow(page, 'Fine.');
    expect(await readConversation(page)).toEqual(['And now he coughs.', 'Fine.']);
  });

  test('a session that ends within the week is rotated', async () => {
    const { page, api } = await open({}, (standIn) => {
      standIn.expiresInDays = 3;
    });
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    await page.reload();
    await mustShow(page, 'Fine.');
    expect(api.rotations).toBe(1);
    const stored = await page.evaluate(() => localStorage.getItem('catb.session'));
    expect(stored).toContain(api.sessions.at(-1));
  });

  test('a history that cannot be read is an error and never an empty page', async () => {
    const { page } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    await page.route('**/session/history*', (route) =>
      route.fulfill({ status: 500, json: { code: 'X', message: 'The database is away.' } }),
    );
    await page.reload();
    await mustShow(page, 'could not be read. The database is away.');
    expect(await page.getByText('You could ask').count()).toBe(0);
    await page.unroute('**/session/history*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await mustShow(page, 'Fine.');
  });

  test('a message without an answer is still there after a reload, to be sent again', async () => {
    const { page, api } = await open();
    api.next.push({ kind: 'break', text: '', message: 'The model went away.' });
    await say(page, 'He sneezes.');
    await mustShow(page, 'The model went away.');
    await page.reload();
    await mustShow(page, 'The page was closed before Mu had answered this.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await mustShow(page, 'Fine.');
    expect(api.chats[0]).toEqual(api.chats[1]);
  });
});
