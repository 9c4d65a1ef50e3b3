/** `npm run catb -- <command>`: installs and builds what is missing, then runs the command line. */
import './require-node.mjs';
import { prepare } from './prepare.mjs';
import { runCli } from './run-cli.mjs';

await prepare();
await runCli(process.argv.slice(2));
