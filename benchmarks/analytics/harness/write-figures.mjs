/** In charge of the figures in this benchmark's README: they stand between two markers. */
import { readFileSync, writeFileSync } from 'node:fs';

const README = new URL('../README.md', import.meta.url);
const START = '<!-- figures: start (npm run bench analytics -- --write) -->';
const END = '<!-- figures: end -->';

/**
 * Puts a run's table where the last one stood.
 *
 * @param {string} table
 * @throws {Error} when the README has lost its markers
 */
export function writeFigures(table) {
  const text = readFileSync(README, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end < start) {
    throw new Error('benchmarks/analytics/README.md has no markers to put the figures between.');
  }
  const figures = `${START}\n\n\`\`\`text\n${table}\n\`\`\`\n\n`;
  writeFileSync(README, text.slice(0, start) + figures + text.slice(end));
}
