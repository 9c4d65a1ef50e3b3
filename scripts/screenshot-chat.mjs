/**
 * Takes the README's picture of the chat page: asks a running server one question and
 * writes docs/images/chat.png.
 *
 * Usage: node scripts/screenshot-chat.mjs --url http://127.0.0.1:3000/ [--dark] [--out <file>]
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../packages/web/tests/find-chromium.mjs';

const ANSWER_TIMEOUT_MS = 60_000;
const QUESTION =
  'Misha hasn’t eaten since yesterday morning. He hides under the bed and only drinks a little.';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    dark: { type: 'boolean', default: false },
    out: {
      type: 'string',
      default: join(import.meta.dirname, '..', 'docs', 'images', 'chat.png'),
    },
  },
});

const executablePath = findChromium();
if (values.url === undefined || executablePath === undefined) {
  console.error(
    values.url === undefined
      ? 'Say which page: --url http://127.0.0.1:3000/'
      : 'No Chromium was found. Set CHROMIUM_PATH to one.',
  );
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath,
  args: chromiumFlags,
  chromiumSandbox: false,
});
try {
  const page = await browser.newPage({
    viewport: { width: 960, height: 1020 },
    colorScheme: values.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await page.goto(values.url);
  const box = page.getByRole('textbox', { name: 'Your message to Mu' });
  await box.fill(QUESTION);
  await box.press('Enter');
  const thumb = page.getByRole('button', { name: 'Helpful', exact: true });
  await thumb.waitFor({ timeout: ANSWER_TIMEOUT_MS });
  await mkdir(dirname(values.out), { recursive: true });
  await page.screenshot({ path: values.out });
  console.log(values.out);
} finally {
  await browser.close();
}
