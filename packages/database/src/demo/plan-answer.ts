/** In charge of how one message is answered: by which call, how fast, and how it ends. */
import type { CostCertainty, FeedbackRating, MessageState } from '../rows.generated.ts';
import { countTokens } from '../tokens/index.ts';
import type { Chance } from './chance.ts';
import type { WeighedExchange } from './demo-conversation.ts';
import { demoModels, type DemoModel } from './demo-models.ts';
import { day, type DemoStory } from './demo-story.ts';

/** A call of a model, as `public.model_calls` names its columns; the database prices it. */
export interface DemoCall {
  model: DemoModel;
  usageCertainty: CostCertainty;
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  latencyMs: number;
  firstTokenMs: number | null;
  finishReason: string;
}

/** An answer as it is stored, and its call. */
export interface DemoAnswer {
  content: string;
  tokens: number;
  state: MessageState;
  truncated: boolean;
  rating: FeedbackRating | null;
  call: DemoCall;
}

/** What is asked of a model. */
export interface Asked {
  /** Milliseconds since 1970. */
  at: number;
  exchange: WeighedExchange;
  model: DemoModel;
  /** Everything that is sent: instructions, context and message. */
  inputTokens: number;
  /** Of that, what the last turn has sent as well, a moment ago; 0 when none has. */
  sentBefore: number;
}

const apology =
  "I'm sorry, I can't answer: the service that I think with is not working right now. " +
  'Your message is saved. Please try again in a few minutes. ' +
  'If your cat gets worse, or you are worried, call your vet.';
const apologyTokens = 45;

/** How the calls end in quiet hours and during the incident; the rest are whole answers. */
const quiet = { failed: 0.006, aborted: 0.018, slower: 1 };
const trouble = { failed: 0.5, aborted: 0.12, slower: 5 };

/** Answers a message as the model would have at that time. */
export function planAnswer(asked: Asked, story: DemoStory, chance: Chance): DemoAnswer {
  const { at, model, exchange } = asked;
  const { incident } = story;
  const isRemote = model !== demoModels.guide;
  const odds = isRemote && at >= incident.from && at < incident.to ? trouble : quiet;
  const latencyMs = Math.ceil(model.medianMs * odds.slower * chance.logNormal(model.spread));
  const firstTokenMs = Math.ceil(latencyMs * model.firstTokenShare);
  const call = {
    model,
    usageCertainty: 'exact' as const,
    ...(isRemote ? splitInput(asked, story, chance) : noInput),
    outputTokens: exchange.replyTokens,
    latencyMs,
    firstTokenMs,
    finishReason: 'stop',
  };
  const die = chance.unit();
  if (isRemote && die < odds.failed) return fail(call, chance);
  if (die < odds.failed + odds.aborted) return cutOff(call, exchange, 'aborted', chance);
  if (isRemote && chance.happens(0.02)) return cutOff(call, exchange, 'length', chance);
  return {
    content: exchange.reply,
    tokens: exchange.replyTokens,
    state: 'complete',
    truncated: false,
    rating: rate(0.88, chance),
    call,
  };
}

const noInput = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0 };

/** The buckets of the input. More and more turns find their beginning in the provider's cache. */
function splitInput(
  { at, model, exchange, inputTokens, sentBefore }: Asked,
  { cachingBegins }: DemoStory,
  chance: Chance,
) {
  const cachingFor = (at - cachingBegins) / day;
  const isCached = cachingFor >= 0 && chance.happens(Math.min(0.92, 0.35 + cachingFor / 60));
  if (!isCached) return { ...noInput, inputTokens };
  const cachedInputTokens = Math.min(sentBefore, inputTokens - exchange.messageTokens);
  const cacheWriteTokens = model.writesCache
    ? inputTokens - cachedInputTokens - exchange.messageTokens
    : 0;
  return {
    inputTokens: inputTokens - cachedInputTokens - cacheWriteTokens,
    cachedInputTokens,
    cacheWriteTokens,
  };
}

/** The provider refused or broke: what it used is not known. */
function fail(call: DemoCall, chance: Chance): DemoAnswer {
  const isLimited = chance.happens(0.6);
  return {
    content: apology,
    tokens: apologyTokens,
    state: 'failed',
    truncated: false,
    rating: null,
    call: {
      ...call,
      ...noInput,
      usageCertainty: 'unknown',
      outputTokens: 0,
      firstTokenMs: null,
      // HTTP 429, and 500 or no answer at all.
      finishReason: isLimited ? 'MODEL_RATE_LIMITED' : 'MODEL_UNAVAILABLE',
    },
  };
}

/** The person left, or the limit of an answer was reached: its first part is what there is. */
function cutOff(
  call: DemoCall,
  { reply }: WeighedExchange,
  finishReason: 'aborted' | 'length',
  chance: Chance,
): DemoAnswer {
  const words = reply.split(' ');
  const content = words.slice(0, Math.ceil(words.length * (0.3 + 0.6 * chance.unit()))).join(' ');
  const tokens = countTokens(content);
  const isAborted = finishReason === 'aborted';
  return {
    content,
    tokens,
    state: isAborted ? 'aborted' : 'complete',
    truncated: !isAborted,
    rating: isAborted ? null : rate(0.5, chance),
    call: {
      ...call,
      usageCertainty: isAborted ? 'estimated' : 'exact',
      outputTokens: tokens,
      finishReason,
    },
  };
}

/** One answer in ten is rated. */
function rate(goodOnes: number, chance: Chance): FeedbackRating | null {
  if (!chance.happens(0.1)) return null;
  return chance.happens(goodOnes) ? 'up' : 'down';
}
