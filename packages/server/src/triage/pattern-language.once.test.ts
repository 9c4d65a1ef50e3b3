/** The language that rules are written in, without the rules of the migration. */
import { describe, expect, it } from 'vitest';
import { compileRules, parseRules, PatternError, triage, TriageRulesError } from './index.ts';
import { parsePattern } from './pattern-language.ts';

const ruleOf = (patterns: string[], exceptions: string[] = []) => ({
  name: 'a-rule',
  category: 'emergency' as const,
  label: 'A rule',
  advice: 'Call a vet.',
  patterns,
  exceptions,
});

const matches = (pattern: string, message: string, exceptions: string[] = []) =>
  triage(message, compileRules([ruleOf([pattern], exceptions)])).category === 'emergency';

describe('a pattern', () => {
  it.each([
    ['blood in pee', 'blood in the pee', 'blood from a paw, pee is fine'],
    ['wobbl*', 'wobbly', 'hobbles'],
    ['(red|pink) (eye|nose)', 'a pink nose', 'a black nose'],
    ['lick* ... paint', 'licked up some of the paint', 'licked a wall. the paint is dry'],
    ['lick* ... paint', 'licked wet paint', 'paint on what she licked'],
    ['tray + nothing', 'nothing happens in the tray', `nothing ${'word '.repeat(30)} tray`],
    ['tray + nothing', 'in the tray. and nothing', 'in the tray'],
    ['sleep* + [2 days]', 'sleeping for two days', 'sleeping for two hours'],
    ['sleep* + [2 days]', 'has been sleeping since Tuesday', 'sleeping since this morning'],
    ['sleep* + [2 days]', 'sleeps, 48 hrs now', 'sleeps 20 hrs'],
    ['sneez* + [3 times]', 'sneezed five times', 'sneezed twice'],
    ['sneez* + [kitten]', 'the kitten sneezed', 'the cat sneezed'],
    ['not purr*', "he won't purr", 'he will purr'],
    ['not purr*', "hasn't really been purring", 'purring'],
    ['dragging', 'draggging', 'dragon'],
    ['thermometer', 'termometer', 'barometer'],
    ['((very )(cold|wet)|soaked) cat', 'a soaked cat', 'a dry cat'],
  ])('%j matches %j and not %j', (pattern, message, other) => {
    expect(matches(pattern, message)).toBe(true);
    expect(matches(pattern, other)).toBe(false);
  });

  it('is taken back by an exception that shares a word with it, and only there', () => {
    expect(matches('bark*', 'tree bark', ['tree bark*'])).toBe(false);
    expect(matches('bark*', 'tree bark and barking', ['tree bark*'])).toBe(true);
  });

  it.each([
    '',
    '+',
    'a +',
    '(a',
    '(a|)',
    '{unknown}',
    'a [5 moons]',
    '[2 days]',
    'a& b',
    'ab*',
    'a [2 days] b',
  ])('%j is refused', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow(PatternError);
  });
});

describe('a table of rules', () => {
  it('loses a malformed row, by name, and keeps the rest', () => {
    const bad = { ...ruleOf(['{missing} word']), name: 'bad-rule' };
    const { rules, refused } = parseRules([ruleOf(['fine']), bad, { name: 'half-a-rule' }, 7]);
    expect(rules.map(({ name }) => name)).toEqual(['a-rule']);
    expect(refused.map(({ name }) => name)).toEqual(['bad-rule', 'half-a-rule', 'row 4']);
    expect(refused[0]?.reason).toContain('{missing}');
  });

  it.each([null, {}, 'rules', [], [{}]])('that is %j is an error', (value) => {
    expect(() => parseRules(value)).toThrow(TriageRulesError);
  });
});
