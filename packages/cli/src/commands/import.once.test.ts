/** `catb import` and its way back, `catb export`. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTestDatabase, sampleLine, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
const at = (file: string) => path.join(cwd, file);
let database: TestDatabase;
let other: TestDatabase;
const catb = (args: string[], input = '', url = database.url) =>
  runCatb(args, { cwd, input, env: { DATABASE_URL: url } });

beforeAll(async () => {
  [database, other] = [await createTestDatabase(), await createTestDatabase()];
  writeFileSync(at('good.jsonl'), `${sampleLine('a')}\n${sampleLine('b')}\n${sampleLine('c')}\n`);
});

afterAll(async () => {
  await database.drop();
  await other.drop();
  removeFolder(cwd);
});

/** When a message was stored is the one thing that an import does not bring back. */
const withoutTimes = (text: string) => text.replace(/,"createdAt":"[^"]+"/g, '');

describe('import', () => {
  test('takes a good file', async () => {
    const ended = await catb(['import', 'good.jsonl']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^Imported 3 conversations with 12 messages in .+\/s\)\.\n$/);
  });

  test('takes it once, however often it is given', async () => {
    const ended = await catb(['import', 'good.jsonl', '--json']);
    expect(ended.status).toBe(0);
    expect(documentOf(ended)).toMatchObject({ conversations: 0, messages: 0, skipped: 3, bad: [] });
  });

  test('reports a bad line with its number, and takes the rest', async () => {
    const lines = [sampleLine('d'), '{"conversation_id": ', sampleLine('e', { messages: [] })];
    writeFileSync(at('bad.jsonl'), `${lines.join('\n')}\n${sampleLine('f')}\n`);
    const ended = await catb(['import', 'bad.jsonl']);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toBe('line 2: It is not JSON.\nline 3: messages is empty.\n');
    expect(ended.stdout).toMatch(/^Imported 2 conversations[^]+Bad lines, left out: 2\.\n$/);
  });

  test('reports bad lines to programs in its document', async () => {
    const ended = await catb(['import', '-', '--json'], `null\n${sampleLine('g')}\n`);
    expect(ended.status).toBe(1);
    expect(documentOf(ended)).toMatchObject({
      conversations: 1,
      badLines: 1,
      bad: [{ line: 1, reason: 'It is not a JSON object.' }],
    });
  });

  test('says what to do where nothing was migrated', async () => {
    const bare = new URL(database.url);
    bare.pathname = '/catb';
    const ended = await catb(['import', 'good.jsonl'], '', bare.href);
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toContain('Apply the migrations first: catb migrate up');
  });
});

describe('export', () => {
  test('gives what was imported, and the same again after an import elsewhere', async () => {
    const first = await catb(['export', '--to', 'first.jsonl', '--json']);
    expect(first.status).toBe(0);
    expect(documentOf(first)).toMatchObject({ conversations: 6, messages: 24 });
    expect(statSync(at('first.jsonl')).mode & 0o777).toBe(0o600);

    const text = readFileSync(at('first.jsonl'), 'utf8');
    const ids = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { conversation_id: string }).conversation_id);
    expect(ids.sort()).toEqual(['a', 'b', 'c', 'd', 'f', 'g']);

    expect((await catb(['import', 'first.jsonl'], '', other.url)).status).toBe(0);
    const second = await catb(['export'], '', other.url);
    expect(second.status).toBe(0);
    expect(withoutTimes(second.stdout)).toBe(withoutTimes(text));
    expect(second.stderr).toMatch(/^Exported 6 conversations with 24 messages/);
  });

  test('of a source that is not there is empty', async () => {
    expect(await catb(['export', '--source', 'elsewhere'])).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  test('into a folder that is not there is wrong use', async () => {
    const ended = await catb(['export', '--to', 'absent/all.jsonl']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^catb: The file absent\/all\.jsonl can not be made\./);
  });
});
