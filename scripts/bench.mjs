/**
 * `npm run bench <folder> [-- --json] [--quick]`: installs and builds what is missing, the folder's
 * own packages too, then runs `benchmarks/<folder>/run.mjs` with the flags.
 */
import './require-node.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, packagesAreMissing } from './install-packages.mjs';
import { endWith, prepare, root } from './prepare.mjs';
import { takeTurns } from './take-turns.mjs';

const benchmarks = join(root, 'benchmarks');
const names = readdirSync(benchmarks).filter((name) =>
  existsSync(join(benchmarks, name, 'run.mjs')),
);
const [name, ...flags] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(
    `${name === undefined ? 'No benchmark was named' : `There is no benchmark "${name}"`}. ` +
      `Run one of these: ${names.map((one) => `npm run bench ${one}`).join(', ')}.`,
  );
  process.exit(2);
}

// Without the two dashes npm takes a flag for its own, and leaves it here.
for (const flag of ['json', 'quick']) {
  if (process.env[`npm_config_${flag}`] === 'true' && !flags.includes(`--${flag}`)) {
    flags.push(`--${flag}`);
  }
}

const folder = join(benchmarks, name);
const run = join(folder, 'run.mjs');
await prepare();
try {
  if (existsSync(join(folder, 'package-lock.json'))) {
    await takeTurns(folder, async () => {
      if (packagesAreMissing(folder)) await installPackages(folder);
    });
  }
} catch (error) {
  endWith(error);
}

// In this process, so that Ctrl-C, a signal and the exit status reach it, and leave it, directly.
process.argv = [process.execPath, run, ...flags];
await import(pathToFileURL(run).href);
