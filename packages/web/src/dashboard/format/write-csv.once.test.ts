import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.ts';

test('a cell with a comma, a quote or a line break is quoted', async () => {
  const file = writeCsv([{ model: 'a,"b"\nc', calls: 2, first: null }]);
  expect(await file.text()).toBe('model,calls,first\r\n"a,""b""\nc",2,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', async (model) => {
  expect(await writeCsv([{ model }]).text()).toBe(`model\r\n'${model}\r\n`);
});

test('a number may be negative', async () => {
  expect(await writeCsv([{ change: -1 }]).text()).toBe('change\r\n-1\r\n');
});
