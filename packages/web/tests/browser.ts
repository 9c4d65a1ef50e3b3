/** A real browser for tests, and pages in it that keep what goes wrong on them. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { buildPage } from './build-page.ts';
import { chromiumFlags, findChromium } from './find-chromium.mjs';

const executablePath = findChromium();

// A fact takes a second on a machine that has nothing else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

/** How long something may take to appear. */
const PATIENCE_MS = 20_000;

/** A page, and what went wrong on it. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** What facts are told with. */
export interface BrowserTools {
  /** An empty page in a profile of its own. */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  /** Closes it after the test. */
  keep: (closable: { close: () => Promise<void> }) => void;
}

/** Describes facts about a page. Without a browser they are skipped, and the title says so. */
export function describeWithBrowser(title: string, facts: (tools: BrowserTools) => void): void {
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
    facts({
      visit: async (options = {}) => {
        const context = await browser.newContext({ locale: 'en-GB', ...options });
        opened.push(context);
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        const problems: string[] = [];
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('console', (message) => {
          const isRefusal = message.text().startsWith('Failed to load resource');
          if (message.type() === 'error' && !isRefusal) problems.push(message.text());
        });
        return { page, problems };
      },
      keep: (closable) => opened.push(closable),
    });
  });
}
