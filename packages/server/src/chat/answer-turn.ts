/**
 * In charge of one turn: begin_turn, the model, finish_turn or fail_turn. Two statements, and the
 * person's message is stored before a model hears of it.
 */
import { countTokens, type AnsweredTurn } from '@catb/database';
import { createOfflineGuide } from '../models/index.ts';
import { beginWithinBudget } from './begin-within-budget.ts';
import { triageJson } from './triage-schema.ts';
import { giveAnswer, type Listener } from './give-answer.ts';
import { judgeAlone, judgeInContext } from './judge-message.ts';
import { summarizeContext } from './summarize-context.ts';
import type { TurnDependencies } from './turn-dependencies.ts';
import type { TurnInput } from './turn-input.ts';
import type { TurnOutcome } from './turn-outcome.ts';
import { describeFlags } from '../triage/describe-flags.ts';
import type { TriageRulesCache } from '../triage/triage-rules-cache.ts';

/** Answers in place of the model once a budget is spent; it costs nothing. */
const offlineGuide = createOfflineGuide();

/** A retry may take over an attempt this long after the model's deadline. */
const leaseMarginSeconds = 15;

/**
 * Answers a message.
 *
 * @param listener is told the triage, then the answer as it comes
 * @throws CatbError of begin_turn, or of finish_turn when the database stayed away
 */
export async function answerTurn(
  dependencies: TurnDependencies,
  input: TurnInput,
  listener: Listener,
): Promise<TurnOutcome> {
  const { settings, triageRules, jobs } = dependencies;
  const alone = await judgeAlone(input.message, triageRules);
  const beginning = {
    sessionToken: input.sessionToken,
    message: input.message,
    tokenCount: countTokens(input.message),
    idempotencyKey: input.idempotencyKey,
    triageCategory: alone.category,
    redFlags: alone.redFlags.map((flag) => flag.name),
    contextTokens: settings.CATB_CONTEXT_TOKENS,
    contextMessages: settings.CATB_CONTEXT_MESSAGES,
    turnsPerMinute: settings.CATB_TURNS_PER_MINUTE,
    leaseSeconds: settings.CATB_MODEL_DEADLINE_SECONDS + leaseMarginSeconds,
  };
  const turn = await beginWithinBudget(dependencies, beginning, alone);
  if (turn.isAnswered) {
    const outcome = await repeatAnswer(turn, triageRules);
    listener.onText(outcome.reply, turn.replySeq, outcome.triage);
    return outcome;
  }
  const judged = await judgeInContext(input.message, alone, turn, triageRules);
  const model = turn.isBudgetSpent ? offlineGuide : dependencies.model;
  const work = { input, turn, triage: judged };
  const outcome = await giveAnswer({ ...dependencies, model }, work, listener);
  if (turn.summaryDue && !model.isOffline) {
    jobs.start('summarize-context', (signal) =>
      summarizeContext(dependencies, {
        sessionToken: input.sessionToken,
        windowFromSeq: turn.contextFromSeq,
        signal,
      }),
    );
  }
  return outcome;
}

/** A retry of an answered turn: the stored answer, with the flags and the model it was given with. */
async function repeatAnswer(
  turn: AnsweredTurn,
  triageRules: TriageRulesCache,
): Promise<TurnOutcome> {
  const { rules } = await triageRules.current();
  const redFlags = describeFlags(turn.redFlags, rules);
  return {
    seq: turn.replySeq,
    reply: turn.reply,
    state: turn.state,
    triage: triageJson({ category: turn.triageCategory, redFlags, topics: [] }),
    usage: null,
    truncated: turn.truncated,
    model: turn.model,
    notice: null,
  };
}
