import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureFolder } from '../testing/must-find.ts';
import { verdictsOf } from '../testing/lint-text.ts';
import { lintRules } from '../rules/index.ts';
import { runSquawk } from './run-squawk.ts';
import { squawkRules } from './squawk-rules.ts';

const verdicts = async (text: string) => {
  const all = await verdictsOf(text, { withoutSquawk: false });
  return all.filter((each) => each.includes(' squawk'));
};

test('every rule that squawk has is listed, and each of ours that it names exists', async () => {
  for (const treatment of Object.values(squawkRules)) {
    if (treatment.treatment === 'ours')
      expect(lintRules.map(({ name }) => name)).toContain(treatment.rule);
  }
  // Statements for each of its rules: what it reports of them has to be known.
  const text = lintRules
    .map(({ name }) => join(fixtureFolder(name), 'faults.sql'))
    .flatMap((file) => {
      try {
        return [readFileSync(file, 'utf8')];
      } catch {
        return [];
      }
    });
  const answers = await Promise.all(
    text.map((each) => runSquawk(each, { major: 15, inTransaction: false })),
  );
  const named = new Set(
    answers.flatMap(({ violations = [] }) => violations.map((each) => each.rule_name)),
  );
  expect([...named].filter((name) => !(name in squawkRules))).toEqual([]);
  expect(named.size).toBeGreaterThan(20);
});

describe('what is kept has its place and its object', () => {
  test.each([
    ['alter table public.t add column a timestamp;', 'warning squawk-prefer-timestamp-tz public.t'],
    ['create table catb.t (a char(3));', 'warning squawk-ban-char-field catb.t'],
    ['create table catb.t (id serial);', 'warning squawk-prefer-bigint-over-int catb.t'],
    [
      'alter table public.t alter column a drop not null;',
      'warning squawk-ban-drop-not-null public.t',
    ],
    [
      'alter domain public.d add constraint c check (value > 1);',
      'warning squawk-ban-alter-domain-with-add-constraint -',
    ],
    [
      'alter table public.p detach partition public.q;',
      'warning squawk-require-concurrent-partition-detach public.p',
    ],
    [
      'update public.t set a = 1, a = 2 where b;',
      'error squawk-ban-duplicate-column-assignments -',
    ],
  ])('%s', async (text, expected) => {
    expect(await verdicts(text)).toContain(expected);
  });

  test('a column is counted from 1 in UTF-16 units, where squawk counts bytes from 0', async () => {
    const text = `select '☃😀'; alter table public.t add column a timestamp;`;
    const { violations = [] } = await runSquawk(text, { major: 15, inTransaction: true });
    const byte = violations.find(({ rule_name }) => rule_name === 'prefer-timestamp-tz')?.column;
    expect(byte).toBe(Buffer.byteLength(text.slice(0, text.indexOf('timestamp'))));
  });
});

describe('what is harmless is silent', () => {
  test.each([
    ['an integer that nobody counts up', 'create table catb.t (seq integer, tokens smallint);'],
    [
      'a null on a table that the file makes',
      'create table catb.t (a bigint not null); alter table catb.t alter column a drop not null;',
    ],
    [
      'a constraint on a domain that the file makes',
      'create domain public.d as text; alter domain public.d add constraint c check (value > 1);',
    ],
    [
      'what is ours to judge',
      'create index i on public.t (a); drop table public.t; alter table public.t rename to u;',
    ],
    ['timeouts and repeatable statements', 'create view public.v as select 1 as id;'],
  ])('%s', async (_, text) => {
    expect(await verdicts(text)).toEqual([]);
  });

  test('what a squawk-ignore comment says', async () => {
    const text =
      '-- squawk-ignore prefer-timestamp-tz\nalter table public.t add column a timestamp;';
    expect(await verdicts(text)).toEqual([]);
  });
});
