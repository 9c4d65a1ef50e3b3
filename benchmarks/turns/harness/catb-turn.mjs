/**
 * In charge of catb's turn as its server runs it: the API's own role and pool, the typed
 * operations, and a model that answers at once.
 */
import { randomUUID } from 'node:crypto';
import { beginTurn, finishTurn, openDatabase, prepareServerRole } from '@catb/database';
import { REPLY } from './dialogues.mjs';

/** @typedef {import('@catb/database').Database} Database */

/** Given instead of counted, as to pgbench; what counting costs is a figure of its own. */
const TOKENS_OF_A_MESSAGE = 15;

/**
 * @param {string} ownerUrl a database with catb's schema, as its owner
 * @param {number} connections
 * @returns {Promise<Database>} as the role `catb_server`; to be closed
 */
export async function openAsServer(ownerUrl, connections) {
  return openDatabase({
    url: await prepareServerRole(ownerUrl),
    max: connections,
    connectionTimeoutMs: 60_000,
  });
}

/**
 * The statement before the model: token, quota, idempotency key, message, context of 40 messages.
 * The quota is checked and never reached.
 *
 * @param {Database} database
 * @param {string} sessionToken
 * @param {string} message
 */
export async function begin(database, sessionToken, message) {
  const turn = await beginTurn(database, {
    sessionToken,
    message,
    tokenCount: TOKENS_OF_A_MESSAGE,
    idempotencyKey: randomUUID(),
    triageCategory: 'routine',
    redFlags: [],
    contextTokens: 3_000,
    contextMessages: 40,
    turnsPerMinute: 1_000_000,
  });
  if (turn.isAnswered || turn.context.length === 0)
    throw new Error('catb gave the model no context.');
  return turn;
}

/**
 * The statement after the model: reply, state, usage and cost.
 *
 * @param {Database} database
 * @param {import('@catb/database').TurnAttempt} turn
 */
export function finish(database, { sessionId, replySeq, attemptId }) {
  return finishTurn(database, {
    sessionId,
    replySeq,
    attemptId,
    reply: REPLY.text,
    tokenCount: REPLY.outputTokens,
    truncated: false,
    aborted: false,
    call: {
      provider: 'offline-guide',
      model: 'offline-guide',
      requestId: randomUUID(),
      usageCertainty: 'exact',
      inputTokens: REPLY.inputTokens,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: REPLY.outputTokens,
      latencyMs: 12,
      firstTokenMs: 5,
      finishReason: 'stop',
    },
  });
}
