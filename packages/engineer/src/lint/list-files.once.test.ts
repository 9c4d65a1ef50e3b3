import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintMigrations, type LintOptions } from './lint-migrations.ts';
import { withFiles } from './testing/lint-text.ts';

/** What is open as `<file> <rule> <object>`, with squawk's rules. */
async function open(
  files: Readonly<Record<string, string>>,
  pair?: [migration: string, rollback: string],
): Promise<string[]> {
  return await withFiles(files, async (folder) => {
    const options: LintOptions = { paths: Object.keys(files).map((file) => join(folder, file)) };
    const [migration = '', rollback = ''] = pair ?? [];
    const pairs = [{ migration: join(folder, migration), rollback: join(folder, rollback) }];
    const run = await lintMigrations(pair === undefined ? options : { ...options, pairs });
    return run.files.flatMap(({ file, open: found }) =>
      found.map(
        ({ rule, object }) => `${file.source.file.slice(folder.length + 1)} ${rule} ${object}`,
      ),
    );
  });
}

const make = `create table public.toys (id bigint primary key);
alter table public.toys enable row level security;
create policy "Anybody reads toys" on public.toys for select to anon using (id > 0);
`;
const drop = 'drop table public.toys;\n';

describe('a rollback may drop what its migration made', () => {
  test('in the folder beside it, with a version in front', async () => {
    const file = '20260101000000_toys.sql';
    const files = { [`migrations/${file}`]: make, [`rollbacks/${file}`]: drop };
    expect(await open(files)).toEqual([]);
  });

  test('in the folder beside it, without a version', async () => {
    expect(await open({ 'migrations/toys.sql': make, 'rollbacks/toys.sql': drop })).toEqual([]);
  });

  test('anywhere, when it is said to be its rollback', async () => {
    const files = { 'up/toys.sql': make, 'toys-down.sql': drop };
    expect(await open(files)).toEqual(['toys-down.sql drop-loses-data public.toys']);
    expect(await open(files, ['up/toys.sql', 'toys-down.sql'])).toEqual([]);
  });

  test('and nothing else', async () => {
    const files = { 'migrations/toys.sql': make, 'rollbacks/toys.sql': 'drop table public.cats;' };
    expect(await open(files)).toEqual(['rollbacks/toys.sql drop-loses-data public.cats']);
    expect(await open({ 'migrations/toys.sql': make, 'rollbacks/others.sql': drop })).toEqual([
      'rollbacks/others.sql drop-loses-data public.toys',
    ]);
  });
});

describe('a rollback may let nulls in where its migration shut them out', () => {
  const shut = 'alter table public.cats alter column weight set not null;\n';
  const letIn = (column: string) => `alter table public.cats alter column ${column} drop not null;`;
  const found = async (rollback: string) =>
    (await open({ 'migrations/weight.sql': shut, 'rollbacks/weight.sql': rollback })).filter(
      (each) => each.startsWith('rollbacks'),
    );

  test('on the same column', async () => {
    expect(await found(letIn('weight'))).toEqual([]);
  });

  test('and on no other', async () => {
    expect(await found(letIn('name'))).toEqual([
      'rollbacks/weight.sql squawk-ban-drop-not-null public.cats',
    ]);
    expect(
      await found(`${letIn('weight').slice(0, -1)}, alter column name drop not null;`),
    ).not.toEqual([]);
  });
});
