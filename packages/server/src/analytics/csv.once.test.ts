import { describe, expect, test } from 'vitest';
import { csvTable, writeCsv } from './csv.ts';

const cell = (value: string | number | null | Date) =>
  writeCsv(csvTable(['a'], [{ a: value }])).slice('a\r\n'.length, -'\r\n'.length);

describe('CSV', () => {
  test('has a header, also without rows, and ends every line with CR LF', () => {
    expect(writeCsv(csvTable(['a', 'b'], [{ b: 1, a: 'x' }, { a: null }]))).toBe(
      'a,b\r\nx,1\r\n,\r\n',
    );
    expect(writeCsv(csvTable(['a', 'b'], []))).toBe('a,b\r\n');
  });

  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ["'; drop table x; --", "'; drop table x; --"],
    ['🐈 ünï', '🐈 ünï'],
  ])('writes %j as %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+1', "'+1"],
    ['-1+cmd|calc', "'-1+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
  ])('lets no spreadsheet run %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test('leaves numbers, money and times as they are', () => {
    expect(cell(-1.5)).toBe('-1.5');
    expect(cell('-0.00012')).toBe('-0.00012');
    expect(cell(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(cell(null)).toBe('');
  });
});
