/** In charge of the words of an answer: the opening, the model's, the closing; and of storing them. */
import {
  countTokens,
  cutToTokens,
  failTurn,
  finishTurn,
  type ModelCall,
  type OpenTurn,
  type TurnAttempt,
} from '@catb/database';
import { apology, ModelError, systemPrompt, type ModelReply } from '../models/index.ts';
import { isRaised } from '../triage/raise-triage.ts';
import type { Triage } from '../triage/index.ts';
import { answerTokens, frameAnswer, type AnswerFrame } from './frame-answer.ts';
import { keepCheckpoints } from './keep-checkpoints.ts';
import { keepSupersededCall } from './keep-superseded-call.ts';
import { nothingSaid } from './nothing-said.ts';
import { storeAnswer } from './store-answer.ts';
import { toFailedCall, toModelCall } from './to-model-call.ts';
import { triageJson } from './triage-schema.ts';
import type { TurnDependencies } from './turn-dependencies.ts';
import type { TurnInput } from './turn-input.ts';
import type { TurnOutcome } from './turn-outcome.ts';

/** Hears an answer as it comes. */
export interface Listener {
  onText(text: string, replySeq: number, triage: TurnOutcome['triage']): void;
}

/** A turn that is open, and what its message was judged to be. */
export interface TurnAtWork {
  input: TurnInput;
  turn: OpenTurn;
  triage: Triage;
}

/** Gives the answer, stores it, and says what it came to. A failing model is answered for, not thrown. */
export async function giveAnswer(
  dependencies: TurnDependencies,
  work: TurnAtWork,
  listener: Listener,
): Promise<TurnOutcome> {
  const { model, metrics, settings } = dependencies;
  const { input, turn, triage } = work;
  const frame = frameAnswer(triage, turn.isBudgetSpent);
  const shown = triageJson(triage);
  let spoken = '';
  const speak = (text: string) => {
    spoken += text;
    listener.onText(text, turn.replySeq, shown);
  };

  if (frame.opening !== '') speak(frame.opening);
  const checkpoints = keepCheckpoints(dependencies, attemptOf(turn), () => spoken);
  const started = performance.now();
  try {
    const reply = await model.reply(
      {
        system: systemPrompt({
          triage,
          preferences: turn.preferences,
          summary: turn.summary,
          maxTokens: frame.innerTokens,
        }),
        messages: turn.context,
        maxTokens: frame.innerTokens,
        signal: input.signal,
        deadlineMs: settings.CATB_MODEL_DEADLINE_SECONDS * 1_000,
        requestId: input.requestId,
        guide: { triage, preferences: turn.preferences },
      },
      speak,
    );
    speak(frame.closing);
    await checkpoints.stop();
    metrics.answered(reply);
    return await finish(dependencies, work, spoken, reply, 'complete');
  } catch (error) {
    await checkpoints.stop();
    if (!(error instanceof ModelError)) throw error;
    metrics.failed(error.code);
    if (error.code === 'MODEL_ABORTED' && spoken.trim() !== '') {
      const partial = error.partial ?? nothingSaid(model, performance.now() - started);
      return await finish(dependencies, work, spoken, partial, 'aborted');
    }
    return await apologize(dependencies, work, { error, frame, speak, started, spoken });
  }
}

async function finish(
  dependencies: TurnDependencies,
  work: TurnAtWork,
  spoken: string,
  reply: ModelReply,
  state: 'complete' | 'aborted',
): Promise<TurnOutcome> {
  const { database, model } = dependencies;
  const { turn, triage } = work;
  const call = toModelCall(model, reply);
  const input = {
    ...attemptOf(turn),
    reply: spoken,
    tokenCount: countTokens(spoken),
    truncated: reply.truncated,
    aborted: state === 'aborted',
    call,
    raisedTriage: raisedTriage(turn, triage),
  };
  await storeAnswer(
    () => finishTurn(database, input),
    () => keepCall(dependencies, work, call),
  );
  return {
    seq: turn.replySeq,
    reply: spoken,
    state,
    triage: triageJson(triage),
    usage: usageOf(call),
    truncated: reply.truncated,
    model: { provider: model.provider, name: model.name },
    notice: turn.isBudgetSpent ? 'budget_spent' : null,
  };
}

interface Failure {
  error: ModelError;
  frame: AnswerFrame;
  speak: (text: string) => void;
  started: number;
  spoken: string;
}

async function apologize(
  dependencies: TurnDependencies,
  work: TurnAtWork,
  { error, frame, speak, started, spoken }: Failure,
): Promise<TurnOutcome> {
  const { database, model } = dependencies;
  const { turn, triage } = work;
  const words = apology({
    code: error.code,
    category: triage.category,
    hasPartial: (error.partial?.text ?? '') !== '',
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
  const ending = (spoken === frame.opening ? '' : '\n\n') + words + frame.closing;
  speak(ending);
  // The model may have used up its room before it failed: its words give way to the apology.
  const said = cutToTokens(spoken, answerTokens - countTokens(ending) - 2).text + ending;
  const call = toFailedCall(model, error, performance.now() - started);
  const input = {
    ...attemptOf(turn),
    apology: said,
    tokenCount: countTokens(said),
    call,
    raisedTriage: raisedTriage(turn, triage),
  };
  await storeAnswer(
    () => failTurn(database, input),
    () => keepCall(dependencies, work, call),
  );
  return {
    seq: turn.replySeq,
    reply: said,
    state: 'failed',
    triage: triageJson(triage),
    usage: usageOf(call),
    truncated: false,
    model: { provider: model.provider, name: model.name },
    notice: turn.isBudgetSpent ? 'budget_spent' : null,
  };
}

/** What a client is told of it. */
function usageOf(call: ModelCall): TurnOutcome['usage'] {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = call;
  const certainty = call.usageCertainty;
  return { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, certainty };
}

/** The turn has gone to another attempt, and the call was paid for all the same. */
function keepCall(
  dependencies: TurnDependencies,
  { input: { sessionToken }, turn: { replySeq: seq, attemptId } }: TurnAtWork,
  call: ModelCall,
): Promise<void> {
  return keepSupersededCall(dependencies, { sessionToken, purpose: 'reply', seq, attemptId, call });
}

function attemptOf({ sessionId, replySeq, attemptId }: OpenTurn): TurnAttempt {
  return { sessionId, replySeq, attemptId };
}

function raisedTriage(turn: OpenTurn, triage: Triage) {
  const stored = { category: turn.triageCategory, redFlags: turn.redFlags };
  return isRaised(triage, stored)
    ? { category: triage.category, redFlags: triage.redFlags.map((flag) => flag.name) }
    : undefined;
}
