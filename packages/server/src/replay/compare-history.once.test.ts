import { describe, expect, it } from 'vitest';
import { compareHistory, type SentTurn } from './compare-history.ts';
import type { HistoryMessage } from './read-stored-history.ts';

/** Turns with the answers that a server gives when all goes well. */
const answered = (...messages: string[]): SentTurn[] =>
  messages.map((message, index) => ({
    message,
    answer: { seq: 2 * index + 2, reply: `re: ${message}`, state: 'complete' },
  }));

const history = (...contents: string[]): HistoryMessage[] =>
  contents.map((content, index) => ({
    seq: index + 1,
    role: index % 2 === 0 ? 'user' : 'assistant',
    state: 'complete',
    content,
  }));

const good = history('No.', 're: No.', 'No.', 're: No.', 'Yes.', 're: Yes.');

describe('a history', () => {
  it('that is what was sent and answered has no differences', () => {
    expect(compareHistory(answered('No.', 'No.', 'Yes.'), good)).toEqual([]);
    expect(compareHistory([], [])).toEqual([]);
  });

  it('may hold a message that was not answered, or not, at its place', () => {
    const sent = answered('No.', 'No.', 'Yes.');
    const lost: SentTurn = { message: 'Lost.', answer: null };
    expect(compareHistory([...sent, lost], good)).toEqual([]);
    expect(compareHistory([lost, ...sent], good)).toEqual([]);
    const twice: SentTurn = { message: 'No.', answer: null };
    expect(compareHistory([twice, twice, ...sent.slice(1)], good)).toEqual([]);
  });

  it.each<[string, HistoryMessage[], string]>([
    ['a message is missing', good.slice(0, 4), 'it was answered, and is not stored'],
    ['a message was changed', good.with(2, { ...good[2]!, content: 'no.' }), 'not what was sent'],
    ['an answer was changed', good.with(3, { ...good[3]!, content: '?' }), 'not the one that was'],
    ['an answer is missing', good.filter(({ seq }) => seq !== 4), 'the stored answer is not the'],
    [
      'an answer has another state',
      good.with(3, { ...good[3]!, state: 'failed' }),
      'and is failed',
    ],
    [
      'a message is there twice',
      [...good, { ...good[4]!, seq: 7 }, { ...good[5]!, seq: 8 }],
      'it was not sent',
    ],
    ['the order is another', [good[2]!, ...good.slice(0, 2), ...good.slice(3)], 'it comes after'],
    ['it is empty', [], 'it was answered, and is not stored'],
  ])('in which %s differs', (_name, stored, problem) => {
    const differences = compareHistory(answered('No.', 'No.', 'Yes.'), stored);
    expect(differences.map((difference) => difference.problem).join('\n')).toContain(problem);
  });

  it('with a message that was refused, stored all the same, differs', () => {
    const sent = [...answered('A.'), { message: 'B.', answer: null }];
    const stored = history('A.', 're: A.', 'C.', '');
    expect(compareHistory(sent, stored)).toEqual([
      { seq: 3, problem: 'it was not sent, or not in this order' },
    ]);
  });
});
