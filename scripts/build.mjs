/** `npm run build`: installs what is missing, then builds everything that changed. */
import './require-node.mjs';
import { buildPackages } from './build-packages.mjs';
import { installPackages, packagesAreMissing } from './install-packages.mjs';
import { endWith, root } from './prepare.mjs';
import { takeTurns } from './take-turns.mjs';

try {
  await takeTurns(root, async () => {
    if (packagesAreMissing(root)) await installPackages(root);
    await buildPackages(root);
  });
} catch (error) {
  endWith(error);
}
