/** `catb start`, and `catb replay` against it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTestDatabase, sampleLine, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  documentOf,
  makeEmptyFolder,
  removeFolder,
  runCatb,
  startCatb,
} from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
let backend: ChildProcess;
let greeting = '';
const url = () => /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? '';
const replay = (...args: string[]) => runCatb(['replay', ...args, '--url', url()], { cwd });

beforeAll(async () => {
  database = await createTestDatabase();
  writeFileSync(path.join(cwd, 'two.jsonl'), `${sampleLine('a')}\n${sampleLine('b')}\n`);
  const env = {
    DATABASE_URL: database.url,
    PORT: '0',
    CATB_TURNS_PER_MINUTE: '0',
    CATB_REQUESTS_PER_MINUTE: '0',
    CATB_LOG_LEVEL: 'silent',
  };
  backend = startCatb(['start'], { cwd, env });
  greeting = String(await once(backend.stdout!.setEncoding('utf8'), 'data'));
});

afterAll(async () => {
  backend.kill('SIGKILL');
  await database.drop();
  removeFolder(cwd);
});

test('start says where the API is, and which model answers', () => {
  expect(url()).not.toBe('');
  expect(greeting).toContain('the built-in offline guide');
});

test("replay sends the person's side, and finds it stored as sent", async () => {
  const ended = await replay('two.jsonl');
  expect(ended.status).toBe(0);
  expect(ended.stdout).toMatch(/^2 conversations, 4 turns answered, 0 failures, in /);
  expect(ended.stdout).toContain('Checked 8 messages of 2 conversations: all stored as sent');
});

test('replay tells programs the same', async () => {
  const ended = await replay('two.jsonl', '--limit', '1', '--json');
  expect(ended.status).toBe(0);
  expect(documentOf(ended)).toMatchObject({
    conversations: 1,
    answered: 2,
    failed: 0,
    differenceCount: 0,
    bad: [],
  });
});

test('replay ends with 1 when a line is bad', async () => {
  writeFileSync(path.join(cwd, 'bad.jsonl'), `${sampleLine('c')}\nno JSON\n`);
  const ended = await replay('bad.jsonl');
  expect(ended.status).toBe(1);
  expect(ended.stderr).toContain('line 2: It is not JSON.');
});

test('start ends with 0 when it is told to', async () => {
  const ended = once(backend, 'exit');
  backend.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
