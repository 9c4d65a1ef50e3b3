/** In charge of saying where the figures come from: the machine and the versions. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/**
 * @param {{ postgres: string, quick: boolean, folder?: URL }} options `folder` is the benchmark whose
 *   peers are named; this one by default
 * @returns {Record<string, string | number | boolean>} one line for each thing to know
 */
export function describeMachine({ postgres, quick, folder = new URL('..', import.meta.url) }) {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const load = loadavg()[0] ?? 0;
  return {
    date: new Date().toISOString(),
    cpu: `${cpus().length} x ${model}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    os: `${process.platform} ${release()} ${process.arch}`,
    'load before': Number(load.toFixed(2)),
    node: process.versions.node,
    postgres,
    ...versionsOfPeers(folder),
    quick,
  };
}

/** The versions that are installed in a benchmark's folder, not those that were asked for. */
function versionsOfPeers(/** @type {URL} */ folder) {
  const manifest = new URL('package.json', folder);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  return Object.fromEntries(
    names.map((name) => {
      const installed = new URL(`node_modules/${name}/package.json`, folder);
      return [name, JSON.parse(readFileSync(installed, 'utf8')).version];
    }),
  );
}
