/**
 * Takes the pictures of the dashboard from a running server and writes docs/images/dashboard-light.png,
 * -dark.png and -phone.png. The server's figures are in them: `catb demo` makes presentable ones.
 *
 * Usage: CATB_ADMIN_KEY=… node scripts/screenshot-dashboard.mjs --url http://127.0.0.1:3000/ [--to <folder>]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../packages/web/tests/find-chromium.mjs';

const pictures = [
  { name: 'light', colorScheme: 'light', width: 1360, height: 1120, range: '30d' },
  { name: 'dark', colorScheme: 'dark', width: 1360, height: 1120, range: '12m' },
  { name: 'phone', colorScheme: 'light', width: 360, height: 780, range: '7d' },
];

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    to: { type: 'string', default: join(import.meta.dirname, '..', 'docs', 'images') },
  },
});

const key = process.env['CATB_ADMIN_KEY'];
const executablePath = findChromium();
if (values.url === undefined || key === undefined || executablePath === undefined) {
  console.error(
    executablePath === undefined
      ? 'No Chromium was found. Set CHROMIUM_PATH to one.'
      : 'Say which server: CATB_ADMIN_KEY=… and --url http://127.0.0.1:3000/',
  );
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath,
  args: chromiumFlags,
  chromiumSandbox: false,
});
try {
  await mkdir(values.to, { recursive: true });
  for (const { name, colorScheme, width, height, range } of pictures) {
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: /** @type {'light' | 'dark'} */ (colorScheme),
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    await page.goto(new URL(`dashboard?range=${range}&timezone=UTC`, values.url).href);
    await page.getByLabel('Admin key').fill(key);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Headline numbers' }).getByRole('list').waitFor();
    await page.locator('.chart > svg').nth(5).waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    const path = join(values.to, `dashboard-${name}.png`);
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
}
