/** `npm start`: installs and builds what is missing, then starts catb. */
import './require-node.mjs';
import { prepare } from './prepare.mjs';
import { runCli } from './run-cli.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

await prepare();
stopWithNpm();
await runCli(['start', ...process.argv.slice(2)]);
