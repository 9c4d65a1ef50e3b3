/** In charge of the figures in a benchmark's README: they stand between two markers. */
import { readFileSync, writeFileSync } from 'node:fs';

const END = '<!-- figures: end -->';

/**
 * Puts a run's table where the last one stood.
 *
 * @param {string} benchmark its folder's name
 * @param {string} table
 * @throws {Error} when the README has lost its markers
 */
export function writeFigures(benchmark, table) {
  const readme = new URL(`../../${benchmark}/README.md`, import.meta.url);
  const start = `<!-- figures: start (npm run bench ${benchmark} -- --write) -->`;
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(END)];
  if (from === -1 || to < from) {
    throw new Error(`benchmarks/${benchmark}/README.md has no markers to put the figures between.`);
  }
  const figures = `${start}\n\n\`\`\`text\n${table}\n\`\`\`\n\n`;
  writeFileSync(readme, text.slice(0, from) + figures + text.slice(to));
}
