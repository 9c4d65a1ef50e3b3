/** In charge of the text that a run writes into a page: it stands between two markers. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts a text where the last one of this name stood. The first marker says which command does it:
 * `<!-- figures: start (npm run bench turns -- --readme) -->`.
 *
 * @param {URL} page
 * @param {string} name of the markers
 * @param {string} text
 * @throws {Error} when the page has lost its markers
 */
export function writeBetween(page, name, text) {
  const whole = readFileSync(page, 'utf8');
  const start = whole.indexOf(`<!-- ${name}: start (`);
  const from = whole.indexOf('-->', start) + '-->'.length;
  const end = whole.indexOf(`<!-- ${name}: end -->`);
  if (start === -1 || end < from) {
    throw new Error(`${page.pathname} has no markers "${name}" to write between.`);
  }
  writeFileSync(page, `${whole.slice(0, from)}\n\n${text}\n\n${whole.slice(end)}`);
}
