/** In charge of the reply that never began: what is stored of the model when there was nothing of it. */
import type { Model, ModelReply } from '../models/index.ts';

/** The client hung up before the model said a word; only the opening was heard. */
export function nothingSaid(model: Model, latencyMs: number): ModelReply {
  return {
    text: '',
    truncated: false,
    finishReason: 'aborted',
    provider: model.provider,
    model: model.name,
    providerRequestId: `catb-${crypto.randomUUID()}`,
    usage: {
      inputTokens: 0,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
      certainty: 'unknown',
    },
    latencyMs,
    timeToFirstTokenMs: null,
    attempts: 1,
  };
}
