import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { createEmptyDatabase, createTestDatabase } from '@catb/database/testing';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { inspectDatabase } from '../inspect/inspect-database.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { withTarget } from '../target/open-target.ts';
import { describeDatabase } from './describe-database.ts';
import { anchor } from './page-names.ts';
import { writePages } from './write-pages.ts';

const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'inspect', 'strange.sql');
let own: Inspection;
let strange: Inspection;

beforeAll(async () => {
  const [awkward, catb] = [await createEmptyDatabase(), await createTestDatabase()];
  await awkward.pool.query(readFileSync(fixture, 'utf8'));
  strange = await withTarget(awkward.url, inspectDatabase);
  own = await withTarget(catb.url, inspectDatabase);
  await awkward.drop();
  await catb.drop();
});

/** Links that lead to no page, or to no heading on it. */
function deadLinks(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([whole, target = '', heading]) => {
      const page = pages.get(target === '' ? path : normalize(join(dirname(path), target)));
      if (page === undefined) return [`${path}: ${whole}`];
      const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchor(title));
      return heading === undefined || headings.includes(heading) ? [] : [`${path}: ${whole}`];
    }),
  );
}

describe('a reference', () => {
  it.each([
    ['catb', () => own],
    ['strange names', () => strange],
  ])('has no link that leads nowhere, of %s', (_, inspection) => {
    expect(deadLinks(describeDatabase(inspection()))).toEqual([]);
  });

  it('tells every table, column, function, policy and index with its comment', () => {
    const pages = describeDatabase(own);
    const all = [...pages.values()].join('\n');
    const ours = own.tables.filter(({ schema }) => schema !== 'supabase_migrations');
    expect(ours.length).toBeGreaterThan(10);
    for (const { schema, name, columns, indexes, policies } of ours) {
      const page = pages.get(`tables/${schema}.${name}.md`) ?? '';
      for (const part of [...columns, ...indexes]) expect(page).toContain(`\`${part.name}\``);
      for (const policy of policies) expect(page).toContain(policy.name);
    }
    for (const { name } of own.functions) expect(all).toContain(`## ${name}`);
    expect(all).toContain('What was said, in order.');
    expect(all).toContain('Order in the session, from 1');
  });

  it('says in its first page who may do what', () => {
    const page = describeDatabase(own).get('README.md') ?? '';
    expect(page).toMatch(/public\.messages`\]\(\S+\) +\| select own +\| select own +\|/);
    expect(page).toMatch(/\| `catb_server` +\| .+begin_turn/);
  });

  it('gives strange names files that every file system takes, each its own', () => {
    const paths = [...describeDatabase(strange).keys()];
    expect(paths.filter((path) => !/^[A-Za-z0-9_./-]+$/.test(path))).toEqual([]);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it('keeps tables whole whatever stands in a cell', () => {
    for (const text of describeDatabase(strange).values()) {
      for (const block of text.split('\n\n').filter((part) => part.startsWith('|'))) {
        const cells = block
          .trim()
          .split('\n')
          .map((line) => line.match(/(?<!\\)\|/g)?.length);
        expect(new Set(cells).size, block).toBe(1);
      }
    }
  });
});

describe('the folder of a reference', () => {
  it('is written, checked, and rid of pages about what is gone, but of nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'catb-pages-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'notes.md'), 'By hand.');
    const pages = describeDatabase(own);
    expect((await writePages(folder, pages)).written).toHaveLength(pages.size);
    expect(await writePages(folder, pages, true)).toMatchObject({ written: [], removed: [] });

    const fewer = new Map([...pages].filter(([path]) => !path.includes('feedback')));
    fewer.set('README.md', 'Other.');
    const checked = { written: ['README.md'], removed: ['tables/public.feedback.md'] };
    expect(await writePages(folder, fewer, true)).toMatchObject(checked);
    expect(await writePages(folder, fewer)).toMatchObject(checked);
    expect(await writePages(folder, fewer, true)).toMatchObject({ written: [], removed: [] });
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('By hand.');
  });
});
