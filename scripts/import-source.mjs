/** In charge of running TypeScript sources in the generators, so that no stale build is asked. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './prepare.mjs';

/**
 * Imports a module of the project from its source.
 *
 * @param {string} path from the project's folder, such as `packages/database/src/settings.ts`
 * @returns {Promise<any>} what it exports
 */
export async function importSource(path) {
  const { module } = await runnerImport(join(root, path), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['catb-source', 'module', 'node', 'development|production'] },
    ssr: { resolve: { conditions: ['catb-source', 'module', 'node', 'development|production'] } },
  });
  return module;
}
