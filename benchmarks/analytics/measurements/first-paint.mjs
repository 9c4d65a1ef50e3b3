/** The dashboard with a year of data in a browser on this machine, and the weight of its scripts. */
/* global document, sessionStorage -- some functions run in the page */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../packages/web/tests/find-chromium.mjs';
import { median, quantile } from '../../turns/harness/statistics.mjs';
import { startCatb } from '../harness/start-catb.mjs';

const YEAR = 'dashboard?range=12m&timezone=UTC&bucket=day';

/** @param {import('./measurement.mjs').Context} context */
export async function measureFirstPaint({ year, report, quick }) {
  report.begin('The dashboard with a year of data, in a local browser');
  const executablePath = findChromium();
  if (executablePath === undefined) {
    report.note('left out: no Chromium found; set CHROMIUM_PATH');
    return;
  }
  const server = await startCatb(year.ownerUrl);
  const browser = await chromium.launch({
    executablePath,
    args: chromiumFlags,
    chromiumSandbox: false,
  });
  try {
    const visits = [];
    for (let visit = 0; visit < (quick ? 3 : 15); visit += 1) {
      visits.push(await visitDashboard(browser, server));
    }
    const p95 = (/** @type {number[]} */ values) => quantile(values, 0.95);
    report.add({
      figure: 'first paint, p95, each visit with an empty cache',
      value: p95(visits.map(({ paintMs }) => paintMs)) / 1000,
      unit: 's',
      atMost: 1.5,
    });
    report.add({
      figure: 'until every chart is drawn, median',
      value: median(visits.map(({ drawnMs }) => drawnMs)) / 1000,
      unit: 's',
    });
    report.add({
      figure: 'its scripts, compressed',
      value:
        quantile(
          visits.map(({ scriptBytes }) => scriptBytes),
          1,
        ) / 1000,
      unit: 'kB',
      atMost: 400,
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @returns {Promise<{ paintMs: number, drawnMs: number, scriptBytes: number }>} times since the navigation began */
async function visitDashboard(
  /** @type {import('playwright-core').Browser} */ browser,
  /** @type {{ url: string, adminKey: string }} */ { url, adminKey },
) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    await page.addInitScript((key) => sessionStorage.setItem('catb.admin-key', key), adminKey);
    const answer = await page.goto(url + YEAR);
    if (answer?.status() !== 200) throw new Error('This server has no dashboard.');
    // Not merely its frame: all that was asked for is there.
    await page.waitForFunction(
      () =>
        document.querySelectorAll('.chart > svg').length >= 6 &&
        document.querySelector('.skeleton, [aria-busy=true]') === null,
    );
    const { paintMs, drawnMs, scripts } = await page.evaluate(() => ({
      paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      drawnMs: performance.now(),
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    }));
    const sizes = await Promise.all(
      scripts.map(
        async (script) => gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length,
      ),
    );
    return { paintMs, drawnMs, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}
