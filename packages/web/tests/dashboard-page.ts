/** Opens the dashboard in a real browser over the stand-in, and names what a person sees on it. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describeWithBrowser, type Visit } from './browser.ts';
import { startStandInAnalytics, type StandInAnalytics } from './stand-in-analytics.ts';

/** The dashboard in the browser, and the server behind it. */
export interface DashboardPage extends Visit {
  api: StandInAnalytics;
}

/** What a test can choose. */
export interface OpenOptions {
  context?: BrowserContextOptions;
  /** The query string of the address, `?` included. */
  query?: string;
  prepare?: (api: StandInAnalytics) => void;
  /** Done to the empty page, before it goes to the dashboard. */
  before?: (page: Page) => Promise<void>;
  /** False to stand before the form for the key. */
  hasKey?: boolean;
}

/** Describes facts about the dashboard; each opens it afresh. */
export function describeDashboard(
  title: string,
  facts: (open: (options?: OpenOptions) => Promise<DashboardPage>) => void,
): void {
  describeWithBrowser(title, ({ visit, keep }) =>
    facts(async ({ context, query = '', prepare, before, hasKey = true } = {}) => {
      const api = await startStandInAnalytics();
      keep(api);
      prepare?.(api);
      const visited = await visit({ reducedMotion: 'reduce', timezoneId: 'UTC', ...context });
      await before?.(visited.page);
      if (hasKey) await storeKey(visited.page, api.key);
      await visited.page.goto(`${api.url}dashboard${query}`);
      await visited.page.getByRole('main').waitFor();
      return { ...visited, api };
    }),
  );
}

/** Puts the key where the page keeps it, before the page begins. */
export async function storeKey(page: Page, key: string): Promise<void> {
  await page.addInitScript((each) => {
    if (sessionStorage.length === 0) sessionStorage.setItem('catb.admin-key', each);
  }, key);
}

/** The card with the title. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** Waits until every chart of the page is drawn. */
export async function everythingMustBeDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.chart > svg').length >= 6 &&
      document.querySelector('.skeleton, [aria-busy=true]') === null,
  );
}

/** How much wider the page is than the screen, in pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
