import { join } from 'node:path';
import { supabaseDirectory } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { judgeRun } from './lint-report.ts';
import { lintMigrations } from './lint-migrations.ts';
import { verdictsOf, withFiles } from './testing/lint-text.ts';

const version = '20260101000000_change.sql';
const drop = 'drop table public.cats;\n';
const accept = (object: string, rule = 'drop-loses-data') =>
  JSON.stringify([{ rule, object, reason: 'It was copied to the archive.' }]);

/** The rules that stay open, for a project with that one migration and that list. */
async function open(list: string, part = ['migrations', 'rollbacks']): Promise<string[]> {
  const files = {
    [`migrations/${version}`]: drop,
    [`rollbacks/${version}`]: 'create table catb.cats (id bigint);\n',
    'accepted-findings.json': list,
  };
  return await withFiles(files, async (folder) => {
    const paths = part.map((name) => join(folder, name));
    const report = await judgeRun(await lintMigrations({ paths, withoutSquawk: true }));
    expect(report.ok).toBe(report.findings.length === 0);
    return report.findings.map(({ rule }) => rule);
  });
}

describe('the list of accepted findings beside the migrations', () => {
  test('takes out what it names, by rule and object', async () => {
    expect(await open('[]')).toEqual(['drop-loses-data']);
    expect(await open(accept('public.cats'))).toEqual([]);
  });
  test('is an error where nothing is found any more', async () => {
    expect(await open(accept('public.dogs'))).toEqual([
      'drop-loses-data',
      'accepted-finding-stale',
    ]);
  });
  test('is not judged by a run over a part of the files', async () => {
    expect(await open(accept('public.dogs'), ['rollbacks'])).toEqual([]);
  });
  test('may hold what the audit accepts', async () => {
    expect(await open(accept('public.dogs', 'rls-disabled'))).toEqual(['drop-loses-data']);
  });
});

test('a comment allows its own statement, and no other', async () => {
  const text = `-- catb-lint: allow drop-loses-data: it was copied to the archive
drop table public.cats;
drop table public.dogs;`;
  expect(await verdictsOf(text)).toEqual(['warning drop-loses-data public.dogs']);
});

test('our own migrations and rollbacks are clean, by our rules and by squawk’s', async () => {
  const paths = ['migrations', 'rollbacks'].map((name) => join(supabaseDirectory(), name));
  const report = await judgeRun(await lintMigrations({ paths }));
  expect(report.findings).toEqual([]);
  expect(report.files).toBeGreaterThan(19);
});
