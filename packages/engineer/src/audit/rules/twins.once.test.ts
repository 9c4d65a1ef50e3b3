import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAuditFixtures } from '../../testing/read-audit-fixture.ts';
import { auditRules } from './index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const pages = fileURLToPath(new URL('../../../../../docs/reference/rules', import.meta.url));
const names = auditRules.map(({ name }) => name).sort();
const stemsOf = (pattern: RegExp) =>
  readdirSync(here)
    .flatMap((file) => pattern.exec(file)?.[1] ?? [])
    .sort();

test('each rule is a file of its name, and each file a rule', () => {
  expect(stemsOf(/^(?!index|sql\.generated)(?!.*\.test\.)(.+)\.ts$/)).toEqual(names);
});

test('each rule that is a query has its .sql, and each .sql its rule', () => {
  const queries = auditRules.filter(({ kind }) => kind === 'query').map(({ name }) => name);
  expect(stemsOf(/^(.+)\.sql$/)).toEqual(queries.sort());
});

test('each rule has a fixture with a look-alike, an issue and a mend, and each fixture a rule', () => {
  const fixtures = readAuditFixtures();
  expect(fixtures.map(({ rule }) => rule)).toEqual(names);
  for (const { rule, steps } of fixtures) {
    expect(steps.map(({ kind }) => kind).join(' '), rule).toMatch(/^look-alike( issue mend)+$/);
  }
});

test.each([...names, 'accepted-finding-stale'])('%s has a page that says what it is', (name) => {
  const page = path.join(pages, `${name}.md`);
  expect(existsSync(page)).toBe(true);
  const text = readFileSync(page, 'utf8');
  expect(text.split('\n')[0]).toBe(`# ${name}`);
  for (const section of ['What', 'Why', 'Example', 'Mend']) expect(text).toContain(`## ${section}`);
  const level = auditRules.find((rule) => rule.name === name)?.level ?? 'error';
  expect(text).toContain(`Level: ${level};`);
});
