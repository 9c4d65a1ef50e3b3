/** In charge of the text that a run writes into a page: it stands between two markers. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Puts a text where the last one of this name stood.
 *
 * @param {URL} page
 * @param {string} name of the markers
 * @param {string} text
 * @throws {Error} when the page has lost its markers
 */
export function writeBetween(page, name, text) {
  const before = `<!-- ${name}: start (npm run bench engineer -- --write) -->`;
  const after = `<!-- ${name}: end -->`;
  const whole = readFileSync(page, 'utf8');
  const start = whole.indexOf(before);
  const end = whole.indexOf(after);
  if (start === -1 || end < start) {
    throw new Error(`${page.pathname} has no markers "${name}" to write between.`);
  }
  writeFileSync(page, `${whole.slice(0, start)}${before}\n\n${text}\n\n${whole.slice(end)}`);
}
