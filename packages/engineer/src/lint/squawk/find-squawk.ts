/** In charge of finding squawk's binary, which comes in an npm package for each platform. */
import { createRequire } from 'node:module';
import { EngineerError } from '../../errors.ts';

/**
 * The binary's path, for running it without a shell and without npm.
 *
 * @throws EngineerError SQUAWK_UNAVAILABLE where squawk has no binary, or npm left it out
 */
export function findSquawk(): string {
  try {
    const load = createRequire(import.meta.url);
    const { getBinaryPath } = load('squawk-cli/js/index.js') as { getBinaryPath: () => string };
    return getBinaryPath();
  } catch (cause) {
    throw new EngineerError({
      code: 'SQUAWK_UNAVAILABLE',
      message: `squawk has no binary here for ${process.platform} on ${process.arch}.`,
      details: 'It comes in an optional package for each platform.',
      hint: 'Install with optional packages (npm install --include=optional), or leave it out: --no-squawk.',
      cause,
    });
  }
}
