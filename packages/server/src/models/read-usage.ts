/** In charge of the four token buckets of a reply, told by the provider or estimated. */
import { countTokens } from '@catb/database';
import type { ModelUsage, ReplyRequest } from './model.ts';
import type { ToldInput } from './provider-facts.ts';

/** Usage as the SDK reports it at the end of a stream. */
export interface ToldUsage {
  inputTokens: {
    total: number | undefined;
    noCache: number | undefined;
    cacheRead: number | undefined;
    cacheWrite: number | undefined;
  };
  outputTokens: { total: number | undefined };
}

/** Tokens that a protocol adds around a message; the usual rule of thumb. */
const tokensPerMessage = 4;

/**
 * The usage of a finished reply. The SDK has already taken OpenAI's cached tokens out of its
 * prompt tokens; servers that never counted them there come out below zero and are set right.
 * What the provider did not tell, or told as zero against the evidence, is estimated.
 */
export function readUsage(told: ToldUsage, request: ReplyRequest, text: string): ModelUsage {
  const cachedInputTokens = count(told.inputTokens.cacheRead);
  const cacheWriteTokens = count(told.inputTokens.cacheWrite);
  const plain = told.inputTokens.noCache ?? told.inputTokens.total;
  const inputTokens =
    plain !== undefined && plain < 0 ? count(told.inputTokens.total) : count(plain);
  const outputTokens = count(told.outputTokens.total);
  const isInputTold = inputTokens + cachedInputTokens + cacheWriteTokens > 0;
  const isOutputTold = outputTokens > 0 || (told.outputTokens.total === 0 && text === '');
  return {
    inputTokens: isInputTold ? inputTokens : estimateInput(request),
    cachedInputTokens,
    cacheWriteTokens,
    outputTokens: isOutputTold ? outputTokens : countTokens(text),
    certainty: isInputTold && isOutputTold ? 'exact' : 'estimated',
  };
}

/** The usage of a reply that was cut or broke: the input if it was told, the rest counted. */
export function estimateUsage(
  input: ToldInput | null,
  request: ReplyRequest,
  text: string,
): ModelUsage {
  const known = input ?? {
    inputTokens: estimateInput(request),
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
  };
  return { ...known, outputTokens: countTokens(text), certainty: 'estimated' };
}

function estimateInput(request: ReplyRequest): number {
  let tokens = countTokens(request.system) + tokensPerMessage;
  for (const message of request.messages) {
    tokens += countTokens(message.content) + tokensPerMessage;
  }
  return tokens;
}

function count(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
}
