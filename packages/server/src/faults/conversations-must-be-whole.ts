/** In charge of what must hold after any fault: each key one turn, and no number twice or missing. */
import pg from 'pg';
import { expect } from 'vitest';
import type { Asked } from './ask-until-answered.ts';

/** A message as it is stored. */
export interface StoredMessage {
  session_id: string;
  seq: number;
  role: 'user' | 'assistant';
  state: string;
  content: string;
}

/** Every message, session by session in order. */
export async function readMessages(superuserUrl: string): Promise<StoredMessage[]> {
  return await runQuery<StoredMessage>(
    superuserUrl,
    'select session_id, seq, role::text, state::text, content from public.messages order by session_id, seq',
  );
}

/** Runs one statement on a connection of its own. */
export async function runQuery<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed ends the connection with an error of its own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** What was acknowledged is stored, once. */
export function acknowledgedMustBeStored(
  messages: readonly StoredMessage[],
  asked: readonly Asked[],
): void {
  const times = new Map<string, number>();
  for (const { session_id, role, content } of messages) {
    if (role !== 'user') continue;
    times.set(session_id + content, (times.get(session_id + content) ?? 0) + 1);
  }
  const acknowledged = asked.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  const wrong = acknowledged.filter(
    ({ sessionId, message }) => times.get(sessionId + message) !== 1,
  );
  expect(wrong.map(({ key }) => key)).toEqual([]);
}

/**
 * Each of these questions was answered, is stored once with the answer that its client was given,
 * and the numbers of each session run from 1 without a gap. The answers are echoes.
 */
export function conversationsMustBeWhole(
  messages: readonly StoredMessage[],
  asked: readonly Asked[],
): void {
  for (const sessionId of new Set(asked.map((question) => question.sessionId))) {
    const stored = messages.filter(({ session_id }) => session_id === sessionId);
    const questions = asked.filter((question) => question.sessionId === sessionId);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect(stored.map(({ role }) => role)).toEqual(questions.flatMap(() => ['user', 'assistant']));
    const pairs = stored.flatMap((message, index) =>
      message.role === 'user' ? [[message.content, stored[index + 1]] as const] : [],
    );
    const answers = new Map(pairs);
    expect(answers.size).toBe(questions.length);
    for (const { message, reply, state } of questions) {
      expect(answers.get(message)).toMatchObject({ content: reply, state });
      if (state === 'complete') expect(reply?.startsWith(message)).toBe(true);
      else expect(reply?.startsWith(message.slice(0, 8))).toBe(true);
    }
  }
}
