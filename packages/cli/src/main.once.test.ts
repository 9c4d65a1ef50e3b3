/** `catb` before it has come to a command, and what it says when none can run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describeCommands } from './describe-commands.ts';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from './testing/run-catb.ts';

const cwd = makeEmptyFolder();
afterAll(() => removeFolder(cwd));
const catb = (...args: string[]) => runCatb(args, { cwd });
const nowhere = 'postgresql://mu:secret@127.0.0.1:1/catb';

test('--help lists every command, and ends with 0', async () => {
  const { status, stdout } = await catb('--help');
  expect(status).toBe(0);
  for (const { name } of describeCommands()) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  }
  expect(stdout).toContain('Exit status: 0 fine, 1 findings');
});

test('--version is the version of the package', async () => {
  const manifest = readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  expect(await catb('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test("a command's --help has its options, exit statuses and example", async () => {
  const { status, stdout } = await catb('migrate', 'up', '--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /--include-all[\s\S]+Exit status:\n {2}0[\s\S]+Example:\n {2}catb migrate/,
  );
});

describe('wrong use ends with 2, and names what was wrong', () => {
  test.each([
    [['nope'], "unknown command 'nope'"],
    [['migrate', 'sideways'], "unknown command 'sideways'"],
    [['export', '--bogus'], "unknown option '--bogus'"],
    [['import'], "missing required argument 'file'"],
    [['import', 'absent.jsonl'], 'There is no file absent.jsonl.'],
    [['replay', 'absent.jsonl', '--limit', '0'], 'a whole number from 1 to 1000000'],
    [['migrate', 'up', '--steps', '-1'], 'a whole number from 1 on'],
    [['migrate', 'up', '--db-url', 'mysql://mu:secret@db/x'], 'not the address of a PostgreSQL'],
  ])('catb %j', async (args, reason) => {
    const { status, stdout, stderr } = await catb(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/secret|\n {4}at /);
  });

  test('catb alone shows the help', async () => {
    const { status, stderr } = await catb();
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: catb [options] [command]');
  });

  test('a setting that can not be', async () => {
    const ended = await runCatb(['db', 'status'], { cwd, env: { PORT: 'ninety' } });
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^catb: These settings are not valid: PORT/);
  });
});

describe('a database that can not be reached ends a command with 3', () => {
  test.each([['migrate', 'status'], ['migrate', 'up'], ['export'], ['import', '-']])(
    'catb %s %s',
    async (...args) => {
      const { status, stderr } = await catb(...args.filter(Boolean), '--db-url', nowhere);
      expect(status).toBe(3);
      expect(stderr).toMatch(/^catb: No connection to PostgreSQL at 127\.0\.0\.1:1/);
      expect(stderr).not.toContain('secret');
    },
  );

  test('DATABASE_URL counts as --db-url does', async () => {
    const ended = await runCatb(['migrate', 'status'], { cwd, env: { DATABASE_URL: nowhere } });
    expect(ended.status).toBe(3);
  });
});

describe('with --json an error is one document on standard output', () => {
  test.each([
    [['nope'], 2, 'COMMAND_INVALID'],
    [['import', 'absent.jsonl'], 2, 'COMMAND_INVALID'],
    [['migrate', 'status', '--db-url', nowhere], 3, 'DATABASE_UNREACHABLE'],
    [['migrate', 'new', '!!'], 2, 'MIGRATION_NAME_INVALID'],
    [['replay', '-', '--url', 'http://127.0.0.1:1'], 3, 'REPLAY_SERVER_UNREACHABLE'],
    [['replay', '-', '--url', 'http://example.org'], 2, 'REPLAY_ADDRESS_REMOTE'],
  ])('catb %j', async (args, status, code) => {
    const ended = await catb(...args, '--json');
    expect(ended.status).toBe(status);
    expect(Object.keys(documentOf(ended) as object)).toEqual([
      'code',
      'message',
      'details',
      'hint',
    ]);
    expect(documentOf(ended)).toMatchObject({ code, message: expect.stringMatching(/\w/) });
  });
});
