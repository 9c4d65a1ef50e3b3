import { expect, test } from 'vitest';
import { matchesContent } from './matches-content.ts';
import { splitStatements } from './split-statements.ts';

const file =
  "-- what and why\n\ncreate table t ( -- the; t\n    a text default 'a;b'   \n);;\n\nselect 1;\n-- the end; really\n";

test('a file matches what it was split into', () => {
  expect(
    matchesContent(
      file,
      splitStatements(file).map(({ text }) => text),
    ),
  ).toBe(true);
});

// Written by the Supabase CLI 3.1.0 for this very file.
test('a file matches the statements that the Supabase CLI stored for it', () => {
  const stored = [
    "-- what and why\n\ncreate table t ( -- the; t\n    a text default 'a;b'   \n)",
    'select 1',
    '-- the end; really',
  ];
  expect(matchesContent(file, stored)).toBe(true);
});

test('line ends and space at the end of a line do not count', () => {
  const stored = splitStatements(file).map(({ text }) => text);
  expect(matchesContent(file.replaceAll('\n', '  \r\n'), stored)).toBe(true);
});

test('a row without statements says nothing', () => {
  expect(matchesContent(file, null)).toBe(true);
});

test.each([
  ['a changed word', file.replace('select 1', 'select 2')],
  ['a statement more', `${file}\nselect 2;`],
  ['a statement less', file.replace('select 1;', '')],
  ['a changed comment', file.replace('the end', 'the start')],
  ['a longer last word', file.replace('select 1', 'select 12')],
  ['a semicolon less', file.replace('select 1;', 'select 1')],
])('%s is a change', (_, changed) => {
  expect(
    matchesContent(
      changed,
      splitStatements(file).map(({ text }) => text),
    ),
  ).toBe(false);
});
