/** Messages that are made to be slow or unreadable. */
import { createTestDatabase } from '@catb/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRules, parseRules, triage, type CompiledRules } from './index.ts';

let rules: CompiledRules;

beforeAll(async () => {
  const database = await createTestDatabase();
  const { rows } = await database.pool.query<{ rules: unknown }>(
    'select rules from public.triage_rules_current()',
  );
  rules = compileRules(parseRules(rows[0]?.rules).rules);
  await database.drop();
});

/** The least processor time of some runs, in milliseconds: other processes only ever add to it. */
function measure(run: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('time', () => {
  it.each([
    'not ',
    'is my ',
    'lily ate lily ',
    'no no vomiting, or ',
    'seizzure antifreze breathign ',
    '!?',
    '( ) ... + ',
    'not eating or vomiting nothing pee strain litter ',
    'x',
    'a\u0301',
  ])('20,000 characters of "%s" take no more than a few times what 5,000 take', (piece) => {
    const write = (length: number) => piece.repeat(length).slice(0, length);
    triage(write(20_000), rules);
    const short = measure(() => triage(write(5_000), rules), 3);
    const long = measure(() => triage(write(20_000), rules), 3);
    // Quadratic work would take 16 times as long; 20 ms is the floor under which noise decides.
    expect(long).toBeLessThan(Math.max(20, short * 10));
    expect(long).toBeLessThan(1_000);
  });
});

describe('writing', () => {
  it.each([
    'ＳＥＩＺＵＲＥ',
    'my cat is having a s\u200beizure',
    'séizure',
    'SEIZURE!!!!! 😿😿😿',
    'he is having a seizuuuuure',
    'my cat ‘seizure’ help',
    'help\nseizure\nnow',
    '\u202eseizure',
    'cat:seizure',
    'seizure🐱',
  ])('"%s" is read', (message) => {
    expect(triage(message, rules).category).toBe('emergency');
  });

  it.each([
    '',
    ' ',
    '\n\n\n',
    '....',
    '\u0000',
    '\ud800',
    '__proto__ constructor toString',
    '{{{}}}',
    '🐈🐈🐈',
  ])('the odd message %j is routine', (message) => {
    expect(triage(message, rules)).toEqual({ category: 'routine', redFlags: [], topics: [] });
  });
});
