/**
 * Stops with a clear sentence when this Node is older than the project needs. Importing the module
 * is enough; import it first.
 */
import { readFileSync } from 'node:fs';

const needed = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).engines.node.replace('>=', '');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [neededMajor, neededMinor] = needed.split('.').map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `catb needs Node ${needed} or newer, and this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
