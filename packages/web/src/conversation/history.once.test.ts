import { expect, test } from 'vitest';
import type { Message, Reply } from '../api/contract.ts';
import { addTurn, listMessages, mergeTurns, newestSeq, type History } from './history.ts';
import type { Turn, TurnStatus } from './turn.ts';

function message(seq: number, content: string, change: Partial<Message> = {}): Message {
  return {
    seq,
    role: seq % 2 === 1 ? 'user' : 'assistant',
    content,
    state: 'complete',
    createdAt: '2026-11-22T03:00:00Z',
    truncated: false,
    triage: null,
    feedback: null,
    ...change,
  };
}

function turn(text: string, afterSeq: number, status: TurnStatus): Turn {
  return { key: 'k', text, afterSeq, startedAt: 0, status, reply: '', triage: null };
}

const reply: Reply = {
  seq: 4,
  reply: 'Answer.',
  state: 'complete',
  triage: { category: 'routine', redFlags: [] },
  truncated: false,
  model: { provider: 'p', name: 'n' },
};

const history: History = {
  pages: [
    { messages: [message(1, 'a'), message(2, 'b')], nextBefore: 1 },
    { messages: [message(-1, 'older')], nextBefore: null },
  ],
  pageParams: [null, 1],
};

test('messages of several pages are in order', () => {
  expect(listMessages(history).map(({ seq }) => seq)).toEqual([-1, 1, 2]);
});

test('an answered turn is added once, however often it is answered', () => {
  const sent = turn('c', 2, { kind: 'sending' });
  const once = addTurn(history, sent, reply, new Date());
  const twice = addTurn(once, sent, { ...reply, reply: 'Better.' }, new Date());
  expect(newestSeq(twice)).toBe(4);
  expect(listMessages(twice).map(({ content }) => content)).toEqual([
    'older',
    'a',
    'b',
    'c',
    'Better.',
  ]);
});

test('a turn under way hides what is stored of it', () => {
  const stored = [message(1, 'same'), message(2, '', { state: 'streaming' })];
  const merged = mergeTurns(stored, [turn('same', 0, { kind: 'sending' })]);
  expect(merged.messages).toEqual([]);
  expect(merged.turns).toHaveLength(1);
});

test('a stopped turn gives way to what is stored, once the server has closed it', () => {
  const stopped = turn('same', 0, { kind: 'stopped' });
  const open = [message(1, 'same'), message(2, '', { state: 'streaming' })];
  expect(mergeTurns(open, [stopped]).turns).toHaveLength(1);
  const closed = [message(1, 'same'), message(2, 'part', { state: 'aborted' })];
  expect(mergeTurns(closed, [stopped])).toEqual({ messages: closed, turns: [] });
});

test('the same words said earlier are another turn', () => {
  const earlier = [message(1, 'same'), message(2, 'b')];
  const merged = mergeTurns(earlier, [turn('same', 2, { kind: 'sending' })]);
  expect(merged.messages).toEqual(earlier);
});
