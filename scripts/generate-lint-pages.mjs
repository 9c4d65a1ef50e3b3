// Makes docs/reference/rules/squawk.md from the list of squawk's rules, and
// docs/reference/lint-beside-squawk.md by running both linters on the fixtures.
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

const folder = 'packages/engineer/src/lint/reference';
const { renderSquawkPage, renderComparison } = await importSource(
  `${folder}/render-squawk-pages.ts`,
);
const { compareWithSquawk } = await importSource(`${folder}/compare-with-squawk.ts`);

const comparisons = await compareWithSquawk(join(root, 'packages/engineer/fixtures/lint'));
const pages = {
  'docs/reference/rules/squawk.md': renderSquawkPage(),
  'docs/reference/lint-beside-squawk.md': renderComparison(comparisons),
};
for (const [page, text] of Object.entries(pages)) {
  const path = join(root, page);
  const options = await resolveConfig(path);
  const formatted = await format(text, { ...options, parser: 'markdown' });
  writeGenerated(page, formatted, 'npm run generate:lint');
}
