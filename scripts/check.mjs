/**
 * `npm run check [-- --without-tests]`: everything that CI asks of a change. Every step runs, also
 * after one that failed, two at a time, and the tests come last.
 */
import './require-node.mjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { inSeconds, runCommand, runNpm } from './run-command.mjs';
import { NOTHING_RAN, runTests } from './run-tests.mjs';

const withTests = !process.argv.includes('--without-tests');
await prepare(withTests ? { lastWords: NOTHING_RAN } : {});

const find = createRequire(import.meta.url).resolve;
const binOf = (name, path) => join(dirname(find(`${name}/package.json`)), path);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const node = (...args) => runCommand('node', args, { cwd: root, capture: true });
const script = (name) =>
  runNpm(['run', '--silent', name, '--', '--check'], { cwd: root, capture: true });

const steps = [
  {
    name: 'format',
    run: () => node(binOf('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'),
  },
  { name: 'lint', run: () => node(binOf('eslint', 'bin/eslint.js'), '.', '--max-warnings=0') },
  { name: 'types of the packages', run: () => node(find('typescript/bin/tsc'), '-b') },
  { name: 'types of the scripts', run: () => node(find('typescript/bin/tsc'), '-p', 'scripts') },
  {
    name: 'types of the tests of the page',
    run: () => node(find('typescript/bin/tsc'), '-p', 'packages/web/tests', '--noEmit'),
  },
  // A generator is known by its name: whoever adds a `generate:...` script has it checked here.
  ...Object.keys(scripts)
    .filter((name) => name.startsWith('generate:'))
    .map((name) => ({ name, run: () => script(name) })),
];

/** @type {string[]} */
const failed = [];
const left = [...steps];
async function takeSteps() {
  for (let step = left.shift(); step !== undefined; step = left.shift()) {
    const { ok, seconds, output } = await step.run();
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${step.name}  ${inSeconds(seconds)}`);
    if (ok) continue;
    failed.push(step.name);
    console.log(output.trimEnd());
  }
}
await Promise.all([takeSteps(), takeSteps()]);
console.log(failed.length === 0 ? 'Every check passed' : `Failed: ${failed.join(', ')}`);
const tests = withTests ? await runTests([]) : 0;
process.exitCode = failed.length > 0 ? 1 : tests;
