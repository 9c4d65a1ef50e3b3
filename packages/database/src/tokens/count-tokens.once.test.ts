import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, test } from 'vitest';
import { countTokens, countTokensUpTo, createTokenCutter, cutToTokens } from './index.ts';

const samples = [
  '',
  "She hasn't eaten since Tuesday, and it's hot: 38.5 °C!",
  '  indented\n\n\tand   spaced \r\n lines  ',
  'Ma chatte n’a pas mangé. Моя кошка чихает. 私の猫はくしゃみをします。 قطتي تعطس',
  '😀👩‍👩‍👧‍👦🐈‍⬛ ok',
  "IT'S they'LL we'd' ''s '",
  '////\n//\n\n***---___',
  'a<|endoftext|>b<|fim_prefix|>',
];

/** A repeatable stream of numbers below 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function randomText(random: () => number, length: number): string {
  const alphabet = [
    'a',
    'B',
    'it',
    "'",
    's',
    'll',
    ' ',
    '  ',
    '\n',
    '7',
    '42',
    '!',
    '/',
    '😀',
    'é',
    '猫',
    '\t',
  ];
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += alphabet[Math.floor(random() * alphabet.length)] ?? '';
  }
  return text;
}

describe('counting', () => {
  test.each(samples)('%j counts what the encoding itself makes of it', (sample) => {
    expect(countTokens(sample)).toBe(encode(sample, { disallowedSpecial: new Set() }).length);
  });

  test('special tokens are ordinary text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  test.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['capitals', 'A'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['spaces and newlines', ' \n'.repeat(500_000)],
    ['slashes and newlines', '/\n'.repeat(500_000)],
    ['emoji', '😀'.repeat(500_000)],
    ['a script without spaces', '猫'.repeat(1_000_000)],
    ['special tokens', '<|endoftext|>'.repeat(80_000)],
  ])('a megabyte of %s is counted in seconds and cut without counting it all', (_name, text) => {
    const started = performance.now();
    expect(countTokens(text)).toBeGreaterThan(1000);
    const counted = performance.now();
    expect(cutToTokens(text, 300).tokens).toBeLessThanOrEqual(300);
    expect(countTokensUpTo(text, 300)).toBeGreaterThan(300);
    const cut = performance.now();
    expect(counted - started).toBeLessThan(15_000);
    expect(cut - counted).toBeLessThan(4000);
  });
});

describe('cutting', () => {
  test('a text that fits is left alone', () => {
    expect(cutToTokens('A short one.', 10)).toEqual({
      text: 'A short one.',
      tokens: 4,
      truncated: false,
    });
  });

  test('a text of exactly the limit is not truncated', () => {
    expect(cutToTokens('A short one.', 4).truncated).toBe(false);
    expect(cutToTokens('A short one.', 3)).toEqual({
      text: 'A short one',
      tokens: 3,
      truncated: true,
    });
  });

  test('nothing is left of a text at a limit of zero', () => {
    expect(cutToTokens('word', 0)).toEqual({ text: '', tokens: 0, truncated: true });
  });

  test('an emoji of several tokens is kept whole or not at all', () => {
    for (let limit = 0; limit < 12; limit += 1) {
      const { text } = cutToTokens('🐈‍⬛🫏🪿🫎', limit);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });

  test('a text in parts is cut where the whole is, and counts what the whole does', () => {
    const random = createRandom(7);
    for (let round = 0; round < 400; round += 1) {
      const text = randomText(random, 60);
      const limit = Math.floor(random() * 60);
      const cutter = createTokenCutter(limit);
      let kept = '';
      for (let at = 0; at < text.length;) {
        const next = at + 1 + Math.floor(random() * 5);
        kept += cutter.push(text.slice(at, next));
        at = next;
      }
      expect(text.startsWith(kept)).toBe(true);
      expect(cutter.tokens).toBe(countTokens(kept));
      expect(cutter.tokens).toBeLessThanOrEqual(limit);
      expect(cutter.isFull).toBe(kept.length < text.length);
    }
  });

  test('nothing more is let through once something was refused', () => {
    const cutter = createTokenCutter(2);
    expect(cutter.push('one two three')).toBe('one two');
    expect(cutter.push('.')).toBe('');
  });
});
