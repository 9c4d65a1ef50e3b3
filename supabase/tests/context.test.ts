import {
  createRandom,
  createTestDatabase,
  storeHistory,
  type Random,
  type StoredMessage,
  type TestDatabase,
} from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Window {
  messages: { role: string; content: string }[];
  from_seq: number | null;
}

interface Limits {
  newest: number;
  budget: number;
  atMost: number;
}

async function windowOf(sessionId: string, limits: Limits): Promise<Window> {
  const { rows } = await database.pool.query<Window>(
    'select messages, from_seq from catb.context_window($1, $2, $3, $4)',
    [sessionId, limits.newest, limits.budget, limits.atMost],
  );
  return rows[0]!;
}

async function sessionWith(history: readonly StoredMessage[]): Promise<string> {
  const { rows } = await database.pool.query<{ session_id: string }>(
    'select session_id from public.create_session()',
  );
  await storeHistory(database, rows[0]!.session_id, history);
  return rows[0]!.session_id;
}

/** The window as one would think it out, looking at every message of the history. */
function windowByHand(history: readonly StoredMessage[], limits: Limits): Window {
  const numbered = history.map((message, index) => ({ ...message, seq: index + 1 }));
  const shown = numbered
    .filter(({ seq }) => seq <= limits.newest && seq > limits.newest - Math.max(limits.atMost, 1))
    .filter(({ state, content }) => ['complete', 'aborted'].includes(state) && content !== '');
  let spent = 0;
  const fitting = [];
  for (const message of shown.reverse()) {
    spent += message.tokenCount;
    if (spent > limits.budget && message.seq !== limits.newest) break;
    fitting.unshift(message);
  }
  const first = fitting.findIndex(({ role }) => role === 'user');
  const window = first === -1 ? [] : fitting.slice(first);
  return {
    messages: window.map(({ role, content }) => ({ role, content })),
    from_seq: window[0]?.seq ?? null,
  };
}

/** Any history a session can have: turns in every state, also imported ones that begin with an answer. */
function randomHistory(random: Random): StoredMessage[] {
  const isImported = random.below(3) === 0;
  return Array.from({ length: 1 + random.below(40) }, (_, index) => {
    const role = index % 2 === (isImported ? 1 : 0) ? ('user' as const) : ('assistant' as const);
    const state =
      role === 'user'
        ? ('complete' as const)
        : random.pick([
            'complete',
            'complete',
            'complete',
            'aborted',
            'failed',
            'pending',
            'streaming',
          ] as const);
    const isEmpty = state === 'pending' || (state === 'aborted' && random.below(4) === 0);
    return {
      role,
      state,
      content: isEmpty ? '' : `${role} ${index + 1}`,
      tokenCount: isEmpty ? 0 : random.below(50),
    };
  });
}

describe('the window', () => {
  it('is what one would think out by hand, over random histories', async () => {
    const random = createRandom(20261122);
    for (let round = 0; round < 40; round += 1) {
      const history = randomHistory(random);
      const sessionId = await sessionWith(history);
      const questions = history.flatMap(({ role }, index) => (role === 'user' ? [index + 1] : []));
      if (questions.length === 0) continue;
      for (let trial = 0; trial < 4; trial += 1) {
        const limits = {
          newest: random.pick(questions),
          budget: random.pick([0, 1, 40, 200, 1_000, 100_000]),
          atMost: random.pick([0, 1, 2, 5, 10, 40]),
        };
        expect({ limits, ...(await windowOf(sessionId, limits)) }).toEqual({
          limits,
          ...windowByHand(history, limits),
        });
      }
    }
  });

  const conversation: StoredMessage[] = [
    { role: 'user', state: 'complete', content: 'one', tokenCount: 10 },
    { role: 'assistant', state: 'complete', content: 'two', tokenCount: 10 },
    { role: 'user', state: 'complete', content: 'three', tokenCount: 10 },
  ];

  it.each([
    ['all that fits exactly', 30, 40, ['one', 'two', 'three']],
    ['no answer without its message when one token is missing', 29, 40, ['three']],
    ['the newest message whatever it costs', 0, 40, ['three']],
    ['the newest message also where none was asked for', 1_000, 0, ['three']],
    ['no answer first where the number of messages ends', 1_000, 2, ['three']],
  ])('has %s', async (_name, budget, atMost, contents) => {
    const sessionId = await sessionWith(conversation);
    const { messages } = await windowOf(sessionId, { newest: 3, budget, atMost });
    expect(messages.map(({ content }) => content)).toEqual(contents);
  });

  it('leaves out what was not answered, and keeps the question', async () => {
    const sessionId = await sessionWith([
      { role: 'user', state: 'complete', content: 'one', tokenCount: 1 },
      { role: 'assistant', state: 'failed', content: 'Sorry.', tokenCount: 1 },
      { role: 'user', state: 'complete', content: 'three', tokenCount: 1 },
      { role: 'assistant', state: 'aborted', content: 'Half an', tokenCount: 1 },
      { role: 'user', state: 'complete', content: 'five', tokenCount: 1 },
      { role: 'assistant', state: 'pending', content: '', tokenCount: 0 },
    ]);
    const { messages } = await windowOf(sessionId, { newest: 5, budget: 99, atMost: 40 });
    expect(messages.map(({ content }) => content)).toEqual(['one', 'three', 'Half an', 'five']);
  });
});
