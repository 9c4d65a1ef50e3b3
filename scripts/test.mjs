/** `npm test [-- <filter>]`: installs and builds what is missing, then runs the tests. */
import './require-node.mjs';
import { prepare } from './prepare.mjs';
import { NOTHING_RAN, runTests } from './run-tests.mjs';

await prepare({ lastWords: NOTHING_RAN });
process.exitCode = await runTests(process.argv.slice(2));
