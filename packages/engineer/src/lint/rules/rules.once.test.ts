/**
 * Every rule on its fixtures, in one file: a file of its own for each costs 3 s, forty times, for
 * loading the same modules. What a rule needs beyond its fixtures has a test named after the subject.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditRules } from '../../audit/rules/index.ts';
import { compareWithMarks, findingsOf, fixtureFolder } from '../testing/must-find.ts';
import { lintRules } from './index.ts';

const here = dirname(fileURLToPath(import.meta.url));
const pages = join(here, '../../../../../docs/reference/rules');
const names = lintRules.map(({ name }) => name);

/** Found where no comment can stand above it. */
const unmarkable = ['empty-migration', 'rollback-missing', 'unreadable-file'];

describe.each(names.filter((name) => !unmarkable.includes(name)))('%s', (rule) => {
  let compared: Awaited<ReturnType<typeof compareWithMarks>>;
  beforeAll(async () => {
    compared = await compareWithMarks(rule);
  });

  test('the planted faults are found, each in its place', () => {
    const { found, marked } = compared.faults;
    expect(found).toEqual(marked);
    expect(marked.length).toBeGreaterThan(0);
  });

  test('the look-alikes pass', () => {
    const { found, marked } = compared.lookAlikes;
    expect(found).toEqual([]);
    expect(marked).toEqual([]);
  });
});

describe('a rule whose faults no comment can mark', () => {
  test.each([
    ['empty-migration', ['comments.sql', 'nothing.sql']],
    ['unreadable-file', ['latin-1.sql', 'nul.sql', 'utf-16.sql']],
  ])('%s', async (rule, faulty) => {
    const folder = fixtureFolder(rule);
    const findings = await findingsOf([folder]);
    const found = findings.filter((finding) => finding.rule === rule);
    expect(found.map(({ location }) => location?.file)).toEqual(
      faulty.map((file) => join(folder, file)),
    );
  });

  test('rollback-missing', async () => {
    const folder = fixtureFolder('rollback-missing');
    const paths = [folder, join(folder, 'migrations'), join(folder, 'rollbacks')];
    const found = (await findingsOf(paths)).filter(({ rule }) => rule === 'rollback-missing');
    expect(found.map(({ object, level }) => [object, level])).toEqual([
      ['20260101000000_no_way_back.sql', 'error'],
    ]);
  });
});

describe('a rule has twins under its name', () => {
  const stems = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));

  test('a file for each rule, and a rule for each file', () => {
    expect(stems.sort()).toEqual([...names].sort());
  });

  test.each(names)('%s: fixtures with faults, fixtures with look-alikes, a page', (rule) => {
    const fixtures = readdirSync(fixtureFolder(rule), { recursive: true, encoding: 'utf8' });
    expect(fixtures.filter((file) => file.includes('look-alike'))).not.toEqual([]);
    expect(fixtures.filter((file) => file.endsWith('.sql')).length).toBeGreaterThan(1);
    const page = join(pages, `${rule}.md`);
    expect(existsSync(page), page).toBe(true);
    const text = readFileSync(page, 'utf8');
    expect(text).toContain(`# ${rule}\n`);
    for (const part of ['## What', '## Why', '## Example', '## Mend']) expect(text).toContain(part);
    expect(text).toContain('`catb lint`');
  });

  test('no fixtures without a rule', () => {
    expect(readdirSync(fixtureFolder()).sort()).toEqual([...names].sort());
  });

  test('no page that says it is found by lint alone without a rule', () => {
    const own = readdirSync(pages).filter((file) =>
      readFileSync(join(pages, file), 'utf8').includes('found by `catb lint`.'),
    );
    const known = new Set([...names.map((name) => `${name}.md`), 'squawk.md']);
    expect(own.filter((file) => !known.has(file))).toEqual([]);
  });

  test('no name that a rule of the audit has', () => {
    const audited = new Set(auditRules.map(({ name }) => name));
    expect(names.filter((name) => audited.has(name))).toEqual([]);
  });
});
