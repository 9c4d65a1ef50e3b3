/** In charge of folders for tests: made empty, removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of a test's own. */
export interface TestFolder {
  path: string;
  remove(): void;
}

/** Makes one. */
export function makeFolder(): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'catb-backup-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
