/** In charge of which catb this is. */
import { readFileSync } from 'node:fs';

/** The version of this package, which is that of all of catb. */
export function catbVersion(): string {
  const manifest = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
