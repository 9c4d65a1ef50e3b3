import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeLibraryLinks } from './symlinks.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'catb-links-'));
  mkdirSync(path.join(root, 'native', 'lib'), { recursive: true });
  writeFileSync(path.join(root, 'native', 'lib', 'libpq.so.5.18'), 'library');
  writeFileSync(
    path.join(root, 'native', 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the links to libraries', () => {
  it('are made where they are missing, once', () => {
    completeLibraryLinks(root);
    completeLibraryLinks(root);
    expect(readFileSync(path.join(root, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it('are none where the package lists none', () => {
    rmSync(path.join(root, 'native', 'pg-symlinks.json'));
    completeLibraryLinks(root);
    expect(existsSync(path.join(root, 'native', 'lib', 'libpq.so.5'))).toBe(false);
  });
});
