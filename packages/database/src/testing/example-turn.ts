/** In charge of turns for tests: everything a turn needs, of which a test names what it is about. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../connection/pool.ts';
import { beginTurn, type BeginTurnInput, type OpenTurn } from '../operations/begin-turn.ts';
import { finishTurn, type FinishTurnInput, type TurnAttempt } from '../operations/finish-turn.ts';
import type { ModelCall } from '../operations/model-call.ts';

/** A call of a model that costs nothing, with a request id of its own. */
export function exampleCall(differences: Partial<ModelCall> = {}): ModelCall {
  return {
    provider: 'offline-guide',
    model: 'offline-guide',
    requestId: randomUUID(),
    usageCertainty: 'exact',
    inputTokens: 10,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 5,
    latencyMs: 12,
    firstTokenMs: 3,
    finishReason: 'stop',
    ...differences,
  };
}

/** What begins a turn, without a limit on how many. */
export function exampleTurn(
  sessionToken: string,
  message = 'Why does my cat sneeze?',
  differences: Partial<BeginTurnInput> = {},
): BeginTurnInput {
  return {
    sessionToken,
    message,
    tokenCount: 6,
    triageCategory: 'routine',
    redFlags: [],
    turnsPerMinute: 0,
    ...differences,
  };
}

/** Begins a turn that must be a new attempt. */
export async function openTurn(
  database: Database,
  sessionToken: string,
  message?: string,
  differences: Partial<BeginTurnInput> = {},
): Promise<OpenTurn> {
  const turn = await beginTurn(database, exampleTurn(sessionToken, message, differences));
  if (turn.isAnswered) throw new Error(`Turn ${turn.seq} was answered before`);
  return turn;
}

/** What finishes a turn. */
export function exampleReply(
  turn: TurnAttempt,
  reply = 'Dust, often. See a vet if it goes on for a week.',
  differences: Partial<FinishTurnInput> = {},
): FinishTurnInput {
  const { sessionId, replySeq, attemptId } = turn;
  return {
    sessionId,
    replySeq,
    attemptId,
    reply,
    tokenCount: 12,
    truncated: false,
    aborted: false,
    call: exampleCall(),
    ...differences,
  };
}

/** Says something and has it answered. */
export async function converse(
  database: Database,
  sessionToken: string,
  message?: string,
  reply?: string,
): Promise<OpenTurn> {
  const turn = await openTurn(database, sessionToken, message);
  await finishTurn(database, exampleReply(turn, reply));
  return turn;
}
