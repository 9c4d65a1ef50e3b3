import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPackagedMajor,
  startPackaged,
  type PackagedPostgres,
} from '../testing/packaged-postgres.ts';
import { readFixture, tryFixtures } from '../testing/try-fixtures.ts';
import { writePgtap } from './write-pgtap.ts';

const major = findPackagedMajor();
if (major === undefined) {
  console.warn('The pgTAP files are not run: no PostgreSQL of the distribution has pgTAP.');
}

const folder = mkdtempSync(path.join(tmpdir(), 'catb-pgtap-files-'));
let files: string[];
beforeAll(async () => {
  const { script } = await tryFixtures(['base', 'carriers', 'look-alikes'], {
    roles: ['anon', 'authenticated'],
  });
  files = await writePgtap(folder, script);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('there is a file for each table, view and function', () => {
  const names = files.map((file) => path.basename(file));
  expect(names).toEqual(
    expect.arrayContaining([
      'public.notes.sql',
      'public.note_list.sql',
      'public.note_body_uuid.sql',
      'public.projects.sql',
    ]),
  );
});

describe.skipIf(major === undefined)('without catb, on a PostgreSQL of the distribution', () => {
  let server: PackagedPostgres;
  beforeAll(async () => {
    server = startPackaged(major ?? '');
    server.run(
      'create role anon; create role authenticated; create role service_role bypassrls;' +
        `${await readFixture('base')}${await readFixture('carriers')}${await readFixture('look-alikes')}`,
    );
  });
  afterAll(() => server.stop());

  it('every test passes, and none is left out', () => {
    for (const file of files) {
      const lines = server.run(readFileSync(file, 'utf8')).split('\n');
      const planned = Number(lines.find((line) => line.startsWith('1..'))?.slice(3));
      const failed = lines.filter((line) => line.startsWith('not ok'));
      expect([path.basename(file), failed]).toEqual([path.basename(file), []]);
      expect(lines.filter((line) => line.startsWith('ok'))).toHaveLength(planned);
    }
  });

  it('a policy that opens makes its file fail', () => {
    server.run(
      'create policy "All notes" on public.notes for select to authenticated using (true)',
    );
    const text = readFileSync(path.join(folder, 'public.notes.sql'), 'utf8');
    expect(server.run(text)).toMatch(/^not ok \d+ - authenticated as nobody: select/m);
  });
});
