/** In charge of the four token buckets of a reply, told by the provider or estimated. */
import { countTokens } from '@catb/database';
import { readUsageBlock, type UsageBlock } from '@catb/database/prices';
import type { Certainty, ModelUsage, ReplyRequest } from './model.ts';
import type { ToldInput } from './provider-facts.ts';

/** Usage at the end of a stream: the provider's own block, as the SDK passes it on. */
export interface ToldUsage {
  raw?: unknown;
}

/** Tokens that a protocol adds around a message; the usual rule of thumb. */
const tokensPerMessage = 4;

/**
 * The usage of a finished reply. What the provider did not tell, or told as zero against the
 * evidence, is estimated. What is no text has no bucket: then the cost is unknown.
 *
 * @param provider whose block it is; `openai` stands for every compatible server
 */
export function readUsage(
  told: ToldUsage,
  provider: string,
  request: ReplyRequest,
  text: string,
): ModelUsage {
  const block = readUsageBlock(told.raw, { provider });
  if (block === null) return estimateUsage(null, request, text);
  const { cachedInputTokens, cacheWriteTokens, cacheWrite1hTokens, totalTokens } = block;
  const isInputTold = block.inputTokens + cachedInputTokens + cacheWriteTokens > 0;
  const isOutputTold = block.outputTokens > 0 || text === '';
  return {
    inputTokens: isInputTold ? block.inputTokens : estimateInput(request),
    cachedInputTokens,
    cacheWriteTokens,
    cacheWrite1hTokens,
    outputTokens: isOutputTold ? block.outputTokens : countTokens(text),
    ...(totalTokens === null ? {} : { totalTokens }),
    certainty: certaintyOf(block, isInputTold && isOutputTold),
  };
}

function certaintyOf({ otherKinds }: UsageBlock, isTold: boolean): Certainty {
  if (otherKinds.length > 0) return 'unknown';
  return isTold ? 'exact' : 'estimated';
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
    cacheWrite1hTokens: 0,
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
