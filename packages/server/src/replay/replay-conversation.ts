/** In charge of replaying one conversation: a session, its turns one after the other, and the check. */
import { z } from 'zod';
import { callApi, CallError, type ApiTarget } from './call-api.ts';
import { compareHistory, type Difference, type SentTurn } from './compare-history.ts';
import { readStoredHistory } from './read-stored-history.ts';

const sessionSchema = z.object({ sessionToken: z.string().min(1) });
const turnSchema = z.object({
  seq: z.int(),
  reply: z.string(),
  state: z.enum(['complete', 'failed', 'aborted']),
});

/** Is told of what happens. */
export interface ReplayListener {
  /** A turn was answered, in so many milliseconds. */
  onAnswer(latencyMs: number): void;
  /** Something failed for good. */
  onFailure(what: 'session' | 'turn' | 'check', code: string): void;
  /** The history was read, and this is what differs; nothing, when all is well. */
  onChecked(messages: number, differences: Difference[]): void;
}

/** An answer that is an apology was given and stored, and counts as a failure all the same. */
const apologized = 'reply_failed';

/** Sends what a person said to a session of its own. Failures are told, not thrown. */
export async function replayConversation(
  target: ApiTarget,
  messages: readonly string[],
  listener: ReplayListener,
): Promise<void> {
  const sessionToken = await startSession(target, listener);
  if (sessionToken === undefined) return;
  const sent: SentTurn[] = [];
  for (const [index, message] of messages.entries()) {
    const turn: SentTurn = { message, answer: null };
    sent.push(turn);
    try {
      const { answer, latencyMs } = await callApi(target, {
        method: 'POST',
        path: '/chat',
        sessionToken,
        body: { message, idempotencyKey: `replay-${index + 1}` },
        answer: turnSchema,
      });
      turn.answer = answer;
      if (answer.state === 'complete') listener.onAnswer(latencyMs);
      else listener.onFailure('turn', apologized);
    } catch (error) {
      listener.onFailure('turn', codeOf(error));
    }
  }
  try {
    const stored = await readStoredHistory(target, sessionToken);
    listener.onChecked(stored.length, compareHistory(sent, stored));
  } catch (error) {
    listener.onFailure('check', codeOf(error));
  }
}

async function startSession(
  target: ApiTarget,
  listener: ReplayListener,
): Promise<string | undefined> {
  try {
    const call = {
      method: 'POST',
      path: '/session/create',
      body: {},
      answer: sessionSchema,
    } as const;
    return (await callApi(target, call)).answer.sessionToken;
  } catch (error) {
    listener.onFailure('session', codeOf(error));
    return undefined;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof CallError) return error.code;
  throw error;
}
