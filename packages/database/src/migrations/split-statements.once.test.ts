import { describe, expect, test } from 'vitest';
import { classifyStatement } from './classify-statement.ts';
import { parseCreateIndex, parseDropIndex } from './index-statement.ts';
import { splitStatements } from './split-statements.ts';

const textsOf = (sql: string): string[] => splitStatements(sql).map(({ text }) => text);

describe('a semicolon splits', () => {
  test.each([
    ['between statements', 'select 1; select 2', ['select 1', 'select 2']],
    ['not in a string', "select ';' ; select 2", ["select ';'", 'select 2']],
    ['not behind a doubled quote', "select 'it''s;' ; select 2", ["select 'it''s;'", 'select 2']],
    ['not behind a backslash in an escape string', "select E'\\';' ; x", ["select E'\\';'", 'x']],
    ['behind a backslash in a plain string', "select '\\'; x", ["select '\\'", 'x']],
    [
      'not where an escape string goes on',
      "select E'a'\n 'b\\';' ; x",
      ["select E'a'\n 'b\\';'", 'x'],
    ],
    ['not in a quoted name', 'select 1 as "a;""b;" ; x', ['select 1 as "a;""b;"', 'x']],
    ['not in a dollar quote', 'do $$ begin; end $$; x', ['do $$ begin; end $$', 'x']],
    ['not in a tagged dollar quote', 'do $a$ $$;$b$ $a$; x', ['do $a$ $$;$b$ $a$', 'x']],
    ['behind a dollar in a name', 'select a$b$; select c$b$', ['select a$b$', 'select c$b$']],
    ['behind a parameter', 'select $1; select $1', ['select $1', 'select $1']],
    ['not in a line comment', 'select 1 -- a; b\n; x', ['select 1 -- a; b', 'x']],
    [
      'not in a nested comment',
      '/* a; /* b; */ c; */ select 1; x',
      ['/* a; /* b; */ c; */ select 1', 'x'],
    ],
    [
      'not in parentheses',
      'create rule r as on delete to t do also (a; b); x',
      ['create rule r as on delete to t do also (a; b)', 'x'],
    ],
    ['without leaving empty statements', ';; select 1;;', ['select 1']],
  ])('%s', (_, sql, expected) => {
    expect(textsOf(sql)).toEqual(expected);
  });

  test('not in a body of begin atomic … end', () => {
    const body =
      'create or replace function f() returns int begin atomic\n' +
      '  select case when true then 1 else 2 end;\n' +
      '  select t.end as end from t; select 3; end';
    expect(textsOf(`${body}; select 4`)).toEqual([body, 'select 4']);
  });

  test('at "begin" and "atomic" that are only names', () => {
    expect(textsOf('create table atomic (begin int); x')).toHaveLength(2);
  });
});

test('a statement knows its offset and the line of its first code', () => {
  const sql = 'select 1;\n\n-- two\nselect 2;\n-- the end';
  const [, second, last] = splitStatements(sql);
  expect(second).toMatchObject({ text: '-- two\nselect 2', offset: 11, line: 4, empty: false });
  expect(last).toMatchObject({ text: '-- the end', empty: true });
});

test.each([
  ['create index concurrently a on b (c)', 'create-index-concurrently'],
  ['CREATE UNIQUE INDEX CONCURRENTLY a on b (c)', 'create-index-concurrently'],
  ['drop index concurrently if exists a', 'drop-index-concurrently'],
  ['reindex table concurrently a', 'outside-transaction'],
  ['alter table a detach partition b concurrently', 'outside-transaction'],
  ['vacuum a', 'outside-transaction'],
  ['refresh materialized view concurrently a', 'transactional'],
  ["alter type a add value 'b'", 'transactional'],
  ['create index a on b (c)', 'transactional'],
  ["select 'create index concurrently'", 'transactional'],
  ['commit', 'transaction-control'],
  ['rollback', 'transaction-control'],
  ['rollback to savepoint a', 'transactional'],
])('%s is %s', (sql, expected) => {
  const [statement] = splitStatements(sql);
  expect(statement && classifyStatement(statement)).toBe(expected);
});

test('a concurrent index statement tells its names, quoted or not', () => {
  const sql = '-- why\ncreate unique index concurrently if not exists "A b" on only x."Y" (z)';
  expect(parseCreateIndex(sql)).toEqual({
    name: 'A b',
    table: 'x."Y"',
    tableName: '"Y"',
    onTemporaryTable: '-- why\ncreate unique index  if not exists "A b" on only pg_temp."Y" (z)',
  });
  expect(parseCreateIndex('create index concurrently on x (y)')).toBeUndefined();
  expect(parseDropIndex('drop index concurrently if exists x."Y"')).toBe('x."Y"');
});
