/** What a person and Mu say to each other, as it appears on the page. */
import { expect, test } from 'vitest';
import {
  box,
  describeInBrowser,
  holdBack,
  mustShow,
  nothingMustHaveGoneWrong,
  readConversation,
  say,
} from './chat-page.ts';

describeInBrowser('the conversation', (open) => {
  test('the first screen says who Mu is and what it cannot do, and opens no session', async () => {
    const chat = await open();
    await mustShow(chat.page, 'a program and not a vet');
    await chat.page.getByRole('button', { name: 'She chewed a plant' }).click();
    expect(await box(chat.page).inputValue()).toContain('She chewed a plant');
    expect(chat.api.sessions).toEqual([]);
    nothingMustHaveGoneWrong(chat);
  });

  test('an answer appears while it is written, with lists and bold', async () => {
    const chat = await open();
    const text =
      'Watch him.\n\n- **water** in reach\n- food away\n\nThen call the vet in the morning.';
    const { until, release } = holdBack();
    chat.api.next.push({ kind: 'answer', text, until });
    await say(chat.page, 'He vomited once.');
    await mustShow(chat.page, 'Then call the vet in the');
    expect(await chat.page.getByText('morning.').count()).toBe(0);
    release();
    await mustShow(chat.page, 'Then call the vet in the morning.');
    expect(await chat.page.locator('.reply-text ul li').allInnerTexts()).toEqual([
      'water in reach',
      'food away',
    ]);
    expect(await chat.page.locator('.reply-text strong').innerText()).toBe('water');
    nothingMustHaveGoneWrong(chat);
  });

  test('what was said is there after a reload, each thing once', async () => {
    const { page } = await open();
    await say(page, 'He sneezes.');
    await mustShow(page, 'Fine.');
    await page.reload();
    await mustShow(page, 'Fine.');
    expect(await readConversation(page)).toEqual(['He sneezes.', 'Fine.']);
  });

  test('earlier messages come page by page, and what is being read stays in its place', async () => {
    const { page, api } = await open();
    await say(page, 'first');
    await mustShow(page, 'Fine.');
    for (let turn = 1; turn <= 40; turn += 1) api.addTurn(`question ${turn}`, `answer ${turn}`);
    await page.reload();
    await mustShow(page, 'answer 40');
    expect(await page.locator('.messages > li').count()).toBe(30);
    const earlier = page.getByRole('button', { name: 'Earlier messages' });
    await earlier.scrollIntoViewIfNeeded();
    const anchor = page.getByText('question 26', { exact: true });
    const before = await anchor.boundingBox();
    await earlier.click();
    await page.getByText('answer 25', { exact: true }).waitFor();
    const after = await anchor.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 999))).toBeLessThan(40);
    await earlier.click();
    await page.getByText('first', { exact: true }).waitFor();
    expect(await page.locator('.messages > li').count()).toBe(82);
    expect(await earlier.count()).toBe(0);
  });

  test('tags in a message and in an answer are text', async () => {
    const chat = await open();
    const attack =
      '<img src=x onerror="document.title=\'broken\'"><script>document.title=1</script>';
    chat.api.next.push({ kind: 'answer', text: attack });
    await say(chat.page, attack);
    await chat.page.getByRole('button', { name: 'Helpful', exact: true }).waitFor();
    expect(await readConversation(chat.page)).toEqual([attack, attack]);
    expect(await chat.page.locator('main img, main script').count()).toBe(0);
    expect(await chat.page.title()).toContain('Mu');
  });

  test('a pasted megabyte is cut at the limit, and the page says so', async () => {
    const { page } = await open();
    await box(page).focus();
    await page.evaluate(() => {
      const pasted = 'x'.repeat(1_000_000);
      document.execCommand('insertText', false, pasted);
    });
    await page.getByText('20,000 of 20,000 characters').waitFor();
    expect((await box(page).inputValue()).length).toBe(20_000);
  });

  test('thumbs are kept with a comment, also after a reload', async () => {
    const { page, api } = await open();
    await say(page, 'He sneezes.');
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await page.getByLabel('What was wrong? (optional)').fill('too short');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.getByText('too short').waitFor();
    expect(api.feedback).toEqual([
      { seq: 2, rating: 'down' },
      { seq: 2, rating: 'down', comment: 'too short' },
    ]);
    await page.reload();
    const thumb = page.getByRole('button', { name: 'Not helpful' });
    await thumb.waitFor();
    expect(await thumb.getAttribute('aria-pressed')).toBe('true');
    await page.getByText('too short').waitFor();
  });

  test('the model is named, and the offline guide is called a fixed text', async () => {
    const { page } = await open();
    await page.getByText('written by the AI model claude-test').waitFor();
    const offline = await open({}, (api) => {
      api.model = { provider: 'offline-guide', name: 'offline-guide', offline: true };
    });
    await offline.page.getByText('no AI model is connected').waitFor();
  });
});
