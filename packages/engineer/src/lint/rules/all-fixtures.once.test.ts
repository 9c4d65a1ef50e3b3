import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixtureFolder, compareWithMarks } from '../testing/must-find.ts';
describe('x', () => {
  test.each(
    readdirSync(fixtureFolder()).filter((f) => !['empty-migration', 'unreadable-file'].includes(f)),
  )('%s', async (rule) => {
    const { found, marked } = await compareWithMarks(rule);
    expect(found).toEqual(marked);
  });
});
