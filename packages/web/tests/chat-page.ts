/** Opens the chat page in a real browser, and names what a person sees on it. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, vi } from 'vitest';
import { buildPage } from './build-page.ts';
import { chromiumFlags, findChromium } from './find-chromium.mjs';
import { startStandIn, type StandIn } from './stand-in-api.ts';

const executablePath = findChromium();

// A fact takes a second on a machine that has nothing else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** How long something may take to appear. */
const PATIENCE_MS = 20_000;

/** The page in the browser, the server behind it, and what went wrong on it. */
export interface ChatPage {
  page: Page;
  api: StandIn;
  problems: string[];
}

/**
 * Describes facts about the page in a browser. Without a browser they are skipped, and the title
 * says so.
 *
 * @param facts - Given a function that opens the page afresh: own server, own profile.
 */
export function describeInBrowser(
  title: string,
  facts: (
    open: (options?: BrowserContextOptions, prepare?: (api: StandIn) => void) => Promise<ChatPage>,
  ) => void,
): void {
  const missing = ' (skipped: no Chromium found; set CHROMIUM_PATH)';
  describe.skipIf(executablePath === undefined)(executablePath ? title : title + missing, () => {
    let browser: Browser;
    const opened: { close: () => Promise<void> }[] = [];
    beforeAll(async () => {
      await buildPage();
      browser = await chromium.launch({
        executablePath: executablePath ?? '',
        args: chromiumFlags,
        chromiumSandbox: false,
      });
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close()));
    });
    afterAll(() => browser?.close());
    facts(async (options = {}, prepare = () => undefined) => {
      const api = await startStandIn();
      prepare(api);
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      opened.push(context, api);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        const isRefusal = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isRefusal) problems.push(message.text());
      });
      await page.goto(api.url);
      await page.getByRole('textbox', { name: 'Your message to Mu' }).waitFor();
      return { page, api, problems };
    });
  });
}

/** The box to write in. */
export function box(page: Page) {
  return page.getByRole('textbox', { name: 'Your message to Mu' });
}

/** Writes a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

/** Waits until the conversation shows the text. */
export async function mustShow(page: Page, text: string): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor();
}

/** Everything that was said, in order, without times and buttons. */
export async function readConversation(page: Page): Promise<string[]> {
  const texts = await page.locator('.bubble, .reply-text').allInnerTexts();
  return texts.map((text) => text.trim());
}

/** The page ran without an error, and nothing on it was refused by its own policy. */
export function nothingMustHaveGoneWrong({ problems }: ChatPage): void {
  expect(problems).toEqual([]);
}

/** Something to wait for, and the way to end the wait. */
export function holdBack(): { until: Promise<void>; release: () => void } {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}
