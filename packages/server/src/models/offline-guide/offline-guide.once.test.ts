import { countTokens } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { askGuide, calm } from '../../testing/ask-guide.ts';
import { ModelError } from '../model-error.ts';
import { firstAidEntries } from './first-aid/index.ts';
import { createOfflineGuide } from './index.ts';
import { guideTopics } from './topics/index.ts';

describe('limits', () => {
  test('an answer stays under any limit, for every topic', async () => {
    for (const topic of guideTopics) {
      for (const maxTokens of [5, 40, 90, 150, 240]) {
        const reply = await askGuide([topic.signs[0] ?? ''], {
          maxTokens,
          preferences: { catName: 'Professor Whiskers' },
        });
        expect(countTokens(reply.text)).toBeLessThanOrEqual(maxTokens);
        expect(reply.text).not.toMatch(/[{}]/);
      }
    }
  });

  test('with 240 tokens every topic has advice, the vet sentence and its question', async () => {
    for (const { signs, vet, questions, advice, name } of guideTopics) {
      const triage = { ...calm, topics: [] };
      const { text } = await askGuide([signs.join(', ')], { triage, maxTokens: 240 });
      const told = (part: string): string =>
        part.replaceAll('{cat}', 'your cat').replaceAll('{Cat}', 'Your cat');
      const plain = (part: string): boolean => /\{\d/.test(part) || text.includes(told(part));
      expect([name, plain(advice[0] ?? ''), plain(vet)]).toEqual([name, true, true]);
      expect([name, questions.length === 0 || questions.some(plain)]).toEqual([name, true]);
    }
  });

  test('a client that hangs up keeps the words that it got', async () => {
    const client = new AbortController();
    const slow = createOfflineGuide({ wordDelayMs: 5 });
    let seen = '';
    const reply = slow.reply(
      {
        system: '',
        messages: [{ role: 'user', content: 'fleas' }],
        maxTokens: 200,
        signal: client.signal,
        requestId: 'r',
      },
      (text) => {
        seen += text;
        if (seen.length > 30) {
          client.abort();
        }
      },
    );
    const error = await reply.then(
      () => null,
      (raised: unknown) => raised,
    );
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ code: 'MODEL_ABORTED', partial: { text: seen } });
  });
});

describe('the texts', () => {
  const texts = [
    ...guideTopics.flatMap(({ advice, vet, questions }) => [...advice, vet, ...questions]),
    ...firstAidEntries.flatMap(({ doNow, doNot }) => [...doNow, ...doNot]),
  ];

  test('have only blanks that can be filled', () => {
    const blank = /\{(cat|Cat|[\d.]+(-[\d.]+)? (g|kg|ml|cm|C))\}/g;
    expect(texts.filter((text) => /[{}]/.test(text.replace(blank, '')))).toEqual([]);
  });

  test('begin and end as sentences do', () => {
    expect(texts.filter((text) => !/[.?]$/.test(text) || /(^|[.?!] )\{cat\}/.test(text))).toEqual(
      [],
    );
  });

  test('name no dose', () => {
    expect(texts.filter((text) => /\d\s*(mg|millig|tablets?|drops)\b/i.test(text))).toEqual([]);
  });

  test('have unique names, and signs in lower case', () => {
    const names = [...guideTopics, ...firstAidEntries].map(({ name }) => name);
    expect(new Set(guideTopics.map(({ name }) => name)).size).toBe(guideTopics.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    const signs = [...guideTopics, ...firstAidEntries].flatMap((entry) => entry.signs);
    expect(signs.filter((sign) => sign !== sign.toLowerCase())).toEqual([]);
  });
});
