/** Opens the chat page in a real browser, and names what a person sees on it. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { describeWithBrowser, type Visit } from './browser.ts';
import { startStandIn, type StandIn } from './stand-in-api.ts';

/** The page in the browser, the server behind it, and what went wrong on it. */
export interface ChatPage extends Visit {
  api: StandIn;
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
  describeWithBrowser(title, ({ visit, keep }) =>
    facts(async (options = {}, prepare = () => undefined) => {
      const api = await startStandIn();
      prepare(api);
      keep(api);
      const opened = await visit(options);
      await opened.page.goto(api.url);
      await opened.page.getByRole('textbox', { name: 'Your message to Mu' }).waitFor();
      return { ...opened, api };
    }),
  );
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
