/** In charge of one session of a demo from its first message to its last. */
import type { Chance } from './chance.ts';
import { minute, modelAt, type DemoStory } from './demo-story.ts';
import { demoModels, type DemoModel } from './demo-models.ts';
import { planAnswer, type DemoAnswer, type DemoCall } from './plan-answer.ts';
import {
  planVisit,
  planVisits,
  type ConversationsByTriage,
  type PlannedExchange,
} from './plan-visits.ts';

/** A message and its answer. */
export interface DemoTurn {
  /** Milliseconds since 1970. */
  at: number;
  /** Of the message; its answer has the next. */
  seq: number;
  exchange: PlannedExchange;
  answer: DemoAnswer;
}

/** What was said up to a message was made shorter. */
export interface DemoSummary {
  at: number;
  throughSeq: number;
  call: DemoCall;
}

/** A session with all that belongs to it. */
export interface DemoSession {
  begins: number;
  turns: DemoTurn[];
  summaries: DemoSummary[];
}

/** Tokens of the instructions that every call begins with, and of the context at most. */
const instructionTokens = 640;
const contextTokens = 3_000;
/** Messages that a model is shown, and how many have to fall out of them to be summarised. */
const windowMessages = 40;
const enoughToSummarise = 20;
const summaryTokens = 140;

/** Nobody is in the middle of a turn when the demo ends. */
const quietAtTheEnd = 10 * minute;

/** One in sixteen opens the page and says nothing. */
const saysNothing = 1 / 16;

/** Plans a session that begins at this time. */
export function planSession(
  begins: number,
  conversations: ConversationsByTriage,
  story: DemoStory,
  chance: Chance,
): DemoSession {
  const session: DemoSession = { begins, turns: [], summaries: [] };
  if (chance.happens(saysNothing)) return session;
  let said = 0;
  let summarised = 0;
  for (const visit of planVisits(begins, story, chance)) {
    const model = modelAt(visit, story, chance);
    let at = visit + 5_000 + chance.below(40_000);
    let sentBefore = 0;
    for (const exchange of planVisit(conversations, chance)) {
      if (at > story.ends - quietAtTheEnd) break;
      const inputTokens =
        instructionTokens + Math.min(contextTokens, said) + exchange.messageTokens;
      const asked = { at, exchange, model, inputTokens, sentBefore };
      const answer = planAnswer(asked, story, chance);
      const seq = 2 * session.turns.length + 1;
      session.turns.push({ at, seq, exchange, answer });
      const fallenOut = seq + 1 - windowMessages - summarised;
      if (fallenOut >= enoughToSummarise && model !== demoModels.guide) {
        summarised = seq + 1 - windowMessages;
        session.summaries.push(summarise(at + answer.call.latencyMs, summarised, model, chance));
      }
      said += exchange.messageTokens + answer.tokens;
      sentBefore = inputTokens;
      at += answer.call.latencyMs + 15_000 + Math.round(45_000 * chance.logNormal(0.9));
    }
  }
  return session;
}

function summarise(at: number, throughSeq: number, model: DemoModel, chance: Chance): DemoSummary {
  const latencyMs = Math.ceil(model.medianMs * 1.3 * chance.logNormal(model.spread));
  return {
    at: at + latencyMs,
    throughSeq,
    call: {
      model,
      usageCertainty: 'exact',
      inputTokens: contextTokens,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: summaryTokens,
      latencyMs,
      firstTokenMs: Math.ceil(latencyMs * model.firstTokenShare),
      finishReason: 'stop',
    },
  };
}
