import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintMigrations } from './lint-migrations.ts';
import { listFiles } from './list-files.ts';
import { fixtureFolder, findingsOf } from './testing/must-find.ts';
import { lintText, verdictsOf, withFiles } from './testing/lint-text.ts';

describe('a file that is no SQL', () => {
  test('says the file, line and column of the first byte that is not UTF-8', async () => {
    const file = join(fixtureFolder('unreadable-file'), 'latin-1.sql');
    const [finding] = await findingsOf([file]);
    expect(finding?.location).toEqual({ file, line: 2, column: 12 });
    expect(finding?.message).toContain('not UTF-8');
  });

  test('says where the NUL is', async () => {
    const file = join(fixtureFolder('unreadable-file'), 'nul.sql');
    expect((await findingsOf([file]))[0]?.location).toEqual({ file, line: 2, column: 9 });
  });

  test('may start with a byte order mark', async () => {
    expect(await verdictsOf('\ufeffselect 1;')).toEqual([]);
  });
});

describe('a statement that is more than the parser can take', () => {
  test.each([
    ['brackets', `select ${'('.repeat(50_000)}1${')'.repeat(50_000)};`],
    ['a sum', `select 1${'+1'.repeat(100_000)};`],
    ['a string that never ends', `select '${'x'.repeat(100_000)}`],
  ])('%s: it is a finding, and the next file is read', async (_, text) => {
    const run = await lintText(`${text}\n`);
    expect(run.files[0]?.open.map(({ rule }) => rule)).toEqual(['syntax-error']);
    expect(run.files[0]?.open[0]?.message.length).toBeLessThan(300);
    expect(await verdictsOf('delete from public.t;')).toEqual([
      'error delete-without-where public.t',
    ]);
  });
});

test('squawk that gives up on a file is a finding, and ours are reported', async () => {
  const text = `delete from public.t;\nselect ${'('.repeat(400_000)}1;`;
  const verdicts = await verdictsOf(text, { withoutSquawk: false });
  expect(verdicts).toContain('error delete-without-where public.t');
  expect(verdicts).toContain('warning squawk -');
});

test('a megabyte is checked, each statement once', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, id) => `insert into public.t values (${id}, 'x');`,
  );
  const text = `${rows.join('\n')}\ndelete from public.t;\n`;
  const run = await lintText(text);
  expect(run.files[0]?.open.map(({ location }) => location?.line)).toEqual([20_001]);
});

describe('a file of two megabytes takes time by its length, not by its square', () => {
  const table = (id: number) =>
    `create table public.t${id} (id bigint primary key);\nalter table public.t${id} enable row level security;\ncreate policy "own" on public.t${id} for select to anon using (id > 0);\n`;
  const routine = (id: number) =>
    `create function public.f${id}(a integer) returns integer language sql set search_path = '' as 'select 1';\n`;
  const allowed = () =>
    '-- catb-lint: allow delete-without-where: it is meant to be so\ndelete from public.t;\n';
  const enumValue = (id: number) => `alter type public.mood add value 'v${id}';\n`;

  test.each([
    ['tables', table],
    ['functions', routine],
    ['allow comments', allowed],
    ['enum values', enumValue],
  ])('%s', async (_, statement) => {
    expect(await processorSeconds(repeat(statement))).toBeLessThan(mostSeconds);
  });

  /** Two are enough on a slow machine; before, most of these took a minute. */
  const mostSeconds = 10;

  function repeat(statement: (id: number) => string): string {
    let text = '';
    for (let id = 0; text.length < 2_000_000; id += 1) text += statement(id);
    return text;
  }

  /** Of this process, so that it says the same while others keep the machine busy. */
  async function processorSeconds(text: string): Promise<number> {
    const before = process.cpuUsage();
    const run = await lintText(text);
    const { user, system } = process.cpuUsage(before);
    expect(run.files[0]?.file.statements.length).toBeGreaterThan(10_000);
    return (user + system) / 1e6;
  }
});

describe('what is named', () => {
  test('a folder stands for its .sql files, in the order of their names', async () => {
    await withFiles(
      { 'b.sql': 'select 1;', 'a.sql': 'select 1;', 'c.txt': '', 'd/e.sql': '' },
      async (folder) => {
        expect((await listFiles([folder])).map(({ path }) => path)).toEqual([
          join(folder, 'a.sql'),
          join(folder, 'b.sql'),
        ]);
      },
    );
  });

  test('a file that is named twice is checked once', async () => {
    await withFiles({ 'a.sql': 'select 1;' }, async (folder) => {
      const run = await lintMigrations({
        paths: [folder, join(folder, 'a.sql')],
        withoutSquawk: true,
      });
      expect(run.files).toHaveLength(1);
    });
  });

  test('what is not there, and a folder without SQL, are wrong use', async () => {
    await expect(listFiles(['/nowhere/at/all.sql'])).rejects.toMatchObject({
      code: 'LINT_PATH_MISSING',
    });
    await withFiles({ 'a.txt': '' }, async (folder) => {
      await expect(listFiles([folder])).rejects.toMatchObject({ code: 'LINT_PATH_MISSING' });
    });
  });
});

test('strange names come back as they are, quoted where they must be', async () => {
  const long = 'n'.repeat(63);
  const text = `drop table "a ""b"" 😀"."select"; drop table public.${long}; drop table "Ünder score";`;
  expect(await verdictsOf(text)).toEqual([
    'warning drop-loses-data "a ""b"" 😀"."select"',
    `warning drop-loses-data public.${long}`,
    'warning drop-loses-data public."Ünder score"',
  ]);
});
