/** A command, its file and its page are twins: none is without the others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCommands } from './describe-commands.ts';

const pagesFolder = path.resolve(import.meta.dirname, '../../../docs/reference/cli');
const commands = describeCommands();
const names = commands.map(({ name }) => name).sort();

const stemsIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !file.endsWith(`.test${ending}`))
    .map((file) => file.slice(0, -ending.length))
    .sort();

test('every command has its file and every file its command', () => {
  expect(names).toContain('migrate');
  expect(stemsIn(path.join(import.meta.dirname, 'commands'), '.ts')).toEqual(names);
});

test('every command has its page and every page its command', () => {
  expect(stemsIn(pagesFolder, '.md')).toEqual(['README', ...names].sort());
});

describe.each(commands)('the page of catb $name', ({ name, commands: below, ...about }) => {
  const page = readFileSync(path.join(pagesFolder, `${name}.md`), 'utf8');
  const runnable = below.length === 0 ? [{ name, ...about }] : below;

  test.each(runnable)('shows the usage, options and example of catb $name', (command) => {
    expect(page).toContain(command.usage);
    expect(page).toContain(command.example);
    for (const { flags } of command.options) expect(page).toContain(flags);
  });

  test.each(runnable)('gives an example of catb $name that runs it', (command) => {
    expect(command.example).toMatch(new RegExp(`(^|[A-Z_]+=\\S+ )catb ${command.name}\\b`));
    const flags = command.example.match(/--[a-z-]+/g) ?? [];
    const known = command.options.flatMap((option) => option.flags.match(/--[a-z-]+/g) ?? []);
    expect(known).toEqual(expect.arrayContaining(flags));
  });

  test.each(runnable)('says what 0 and 2 mean after catb $name', (command) => {
    expect(command.exits.map(({ status }) => status)).toEqual(expect.arrayContaining([0, 2]));
  });
});
