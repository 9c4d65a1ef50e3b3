/** In charge of the version that catb says it is. */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** As in package.json. */
export const version = manifest.version;
