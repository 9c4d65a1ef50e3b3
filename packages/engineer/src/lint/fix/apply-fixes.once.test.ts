import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintMigrations } from '../lint-migrations.ts';
import { withFiles } from '../testing/lint-text.ts';
import { planFixes, writeFixes } from './apply-fixes.ts';

const name = '20260101000000_change.sql';

/** The texts of all files after `--fix`, and what a second run finds. */
async function mend(text: string) {
  const files = { [`migrations/${name}`]: text, [`rollbacks/${name}`]: 'select 1;\n' };
  return await withFiles(files, async (folder) => {
    const paths = [join(folder, 'migrations')];
    const plan = planFixes(await lintMigrations({ paths, withoutSquawk: true }));
    await writeFixes(plan);
    const texts = new Map<string, string>();
    for (const part of ['migrations', 'rollbacks'])
      for (const file of readdirSync(join(folder, part)))
        texts.set(`${part}/${file}`, readFileSync(join(folder, part, file), 'utf8'));
    const again = await lintMigrations({
      paths: [...paths, join(folder, 'rollbacks')],
      withoutSquawk: true,
    });
    const left = again.files.flatMap(({ open }) => open.map(({ rule }) => rule));
    return { plan, texts, left };
  });
}

describe('an index', () => {
  test.each([
    [
      '-- Größe 😀\ncreate index /* here */ cats_name on public.cats (name); -- end\n',
      'create index concurrently /* here */',
    ],
    [
      'CREATE UNIQUE INDEX cats_name ON public.cats (name);',
      'CREATE UNIQUE INDEX concurrently cats_name',
    ],
    ['drop index public.cats_name;', 'drop index concurrently public.cats_name;'],
    ['reindex table public.cats;', 'reindex table concurrently public.cats;'],
  ])('alone in its file becomes concurrent, comments and all', async (text, expected) => {
    const { texts, left } = await mend(text);
    expect(texts.get(`migrations/${name}`)).toBe(
      text.replace(/create index|drop index|reindex table|CREATE UNIQUE INDEX/, '$& concurrently'),
    );
    expect(texts.get(`migrations/${name}`)).toContain(expected);
    expect(left).toEqual([]);
  });

  test('beside another statement stays, because a concurrent one must stand alone', async () => {
    const text = 'select 1;\ncreate index cats_name on public.cats (name);\n';
    const { plan, left } = await mend(text);
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['index-without-concurrently']);
  });
});

describe('a constraint', () => {
  const text = `-- Owners.
alter table public.cats
    add constraint owner foreign key (owner_id) references public.people (id) on delete cascade, -- who feeds
    add constraint "Age ✓" check (age > 0);
`;

  test('becomes not valid, and a migration of its own validates it', async () => {
    const { texts, left, plan } = await mend(text);
    expect(texts.get(`migrations/${name}`)).toBe(
      text
        .replace('on delete cascade', 'on delete cascade not valid')
        .replace('(age > 0)', '(age > 0) not valid'),
    );
    expect(texts.get('migrations/20260101000001_validate_owner.sql')).toContain(
      'alter table public.cats validate constraint owner;',
    );
    expect(texts.get('migrations/20260101000002_validate_age_.sql')).toContain(
      'alter table public.cats validate constraint "Age ✓";',
    );
    expect(texts.get('rollbacks/20260101000001_validate_owner.sql')).toContain('select 1;');
    expect(plan.mended).toBe(2);
    expect(left).toEqual([]);
  });

  test('is shown as a difference that patch understands', async () => {
    const { plan } = await mend(text);
    expect(plan.files[0]?.diff.split('\n').slice(2)).toEqual([
      '@@ -1,5 +1,5 @@',
      ' -- Owners.',
      ' alter table public.cats',
      '-    add constraint owner foreign key (owner_id) references public.people (id) on delete cascade, -- who feeds',
      '-    add constraint "Age ✓" check (age > 0);',
      '+    add constraint owner foreign key (owner_id) references public.people (id) on delete cascade not valid, -- who feeds',
      '+    add constraint "Age ✓" check (age > 0) not valid;',
      ' ',
      '',
    ]);
  });

  test('without a name stays: nobody could validate it', async () => {
    const { plan } = await mend('alter table public.cats add check (age > 0);');
    expect(plan.files).toEqual([]);
  });
});

test('outside of a folder of migrations there is no second migration, and nothing is written', async () => {
  await withFiles(
    { 'change.sql': 'alter table t add constraint c check (a > 0);' },
    async (folder) => {
      const plan = planFixes(await lintMigrations({ paths: [folder], withoutSquawk: true }));
      expect(plan.files).toEqual([]);
      expect(plan.refused).toHaveLength(1);
    },
  );
});
