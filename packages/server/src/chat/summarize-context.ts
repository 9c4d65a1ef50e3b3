/** In charge of the rolling summary: a job after a turn, made by the model, stored under a claim. */
import { beginSummary, countTokens, cutToTokens, finishSummary } from '@catb/database';
import { randomUUID } from 'node:crypto';
import { summaryPrompt } from '../models/index.ts';
import { keepSupersededCall } from './keep-superseded-call.ts';
import { toModelCall } from './to-model-call.ts';
import type { TurnDependencies } from './turn-dependencies.ts';

/** Tokens that a summary may have; the table takes 600. */
const summaryTokens = 250;

/** Which conversation, and where its window begins. The token is the one of the turn that made it due. */
export interface SummaryJob {
  sessionToken: string;
  windowFromSeq: number;
  signal: AbortSignal;
}

/** Summarises what fell out of the window; does nothing when another job is at it. */
export async function summarizeContext(
  dependencies: TurnDependencies,
  { sessionToken, windowFromSeq, signal }: SummaryJob,
): Promise<void> {
  const { database, model, settings } = dependencies;
  const claim = await beginSummary(database, { sessionToken, windowFromSeq });
  if (claim === null || claim.messages.length === 0) return;
  const reply = await model.reply(
    {
      ...summaryPrompt(claim.previousSummary || null, claim.messages, summaryTokens),
      maxTokens: summaryTokens,
      signal,
      deadlineMs: settings.CATB_MODEL_DEADLINE_SECONDS * 1_000,
      requestId: randomUUID(),
    },
    () => undefined,
  );
  const content = cutToTokens(reply.text, summaryTokens).text;
  const { sessionId, claimId, throughSeq } = claim;
  const call = toModelCall(model, reply);
  const isStored = await finishSummary(database, {
    sessionId,
    claimId,
    throughSeq,
    content,
    tokenCount: countTokens(content),
    call,
  });
  if (isStored) return;
  await keepSupersededCall(dependencies, {
    sessionToken,
    purpose: 'summary',
    seq: throughSeq,
    attemptId: null,
    call,
  });
}
