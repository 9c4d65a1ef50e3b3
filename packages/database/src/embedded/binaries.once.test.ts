import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareBinaries } from './binaries.ts';
import { blockingFolder } from './reach.ts';

const stranger = { uid: 65533, gid: 65533 };
let place: string;
let root: string;
let copies: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'catb-binaries-'));
  chmodSync(place, 0o755);
  root = path.join(place, 'package');
  copies = path.join(place, 'copies');
  mkdirSync(path.join(root, 'native', 'bin'), { recursive: true });
  writeFileSync(path.join(root, 'native', 'bin', 'postgres'), 'program', { mode: 0o700 });
  writeFileSync(path.join(root, 'native', 'library.so.5.18'), 'library', { mode: 0o600 });
  const links = [{ source: 'native/library.so.5.18', target: 'native/library.so.5' }];
  writeFileSync(path.join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rmSync(place, { recursive: true }));

const prepare = (identity?: typeof stranger) =>
  prepareBinaries({ root, version: '18.4', packageVersion: '18.4.0' }, copies, identity);

describe('binaries', () => {
  it('that can be reached are used where they are, with their library links', () => {
    expect(prepare(stranger).postgres).toBe(path.join(root, 'native', 'bin', 'postgres'));
    expect(readFileSync(path.join(root, 'native', 'library.so.5'), 'utf8')).toBe('library');
  });

  it('behind a closed folder are copied, once, for everybody to read', () => {
    chmodSync(root, 0o700);
    const { postgres } = prepare(stranger);
    expect(postgres).toBe(path.join(copies, 'postgres-18.4.0', 'native', 'bin', 'postgres'));
    expect(blockingFolder(postgres, stranger)).toBeUndefined();
    expect(statSync(postgres).mode & 0o777).toBe(0o755);
    const library = path.join(copies, 'postgres-18.4.0', 'native', 'library.so.5');
    expect(readFileSync(library, 'utf8')).toBe('library');
    expect(statSync(library).mode & 0o777).toBe(0o644);
    const { mtimeMs } = statSync(library);
    expect(prepare(stranger).postgres).toBe(postgres);
    expect(statSync(library).mtimeMs).toBe(mtimeMs);
  });

  it('behind a closed folder are used where they are by its owner', () => {
    chmodSync(root, 0o700);
    expect(prepare().postgres).toBe(path.join(root, 'native', 'bin', 'postgres'));
  });
});
