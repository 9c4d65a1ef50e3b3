/** In charge of telling the database what a model call used. */
import { randomUUID } from 'node:crypto';
import type { ModelCall } from '@catb/database';
import type { Model, ModelError, ModelReply } from '../models/index.ts';

/** The call behind a reply. Its price is found by the name the model was asked for by. */
export function toModelCall(model: Model, reply: ModelReply): ModelCall {
  return {
    provider: model.provider,
    model: model.name,
    requestId: reply.providerRequestId,
    usageCertainty: reply.usage.certainty,
    inputTokens: reply.usage.inputTokens,
    cachedInputTokens: reply.usage.cachedInputTokens,
    cacheWriteTokens: reply.usage.cacheWriteTokens,
    cacheWrite1hTokens: reply.usage.cacheWrite1hTokens,
    outputTokens: reply.usage.outputTokens,
    totalTokens: reply.usage.totalTokens,
    latencyMs: reply.latencyMs,
    firstTokenMs: reply.timeToFirstTokenMs,
    finishReason: reply.finishReason,
  };
}

/** The call behind a failure: what was received, or nothing, with the error's code as its end. */
export function toFailedCall(model: Model, error: ModelError, latencyMs: number): ModelCall {
  if (error.partial !== undefined) {
    return { ...toModelCall(model, error.partial), finishReason: error.code };
  }
  return {
    provider: model.provider,
    model: model.name,
    requestId: `catb-${randomUUID()}`,
    usageCertainty: 'unknown',
    inputTokens: 0,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    latencyMs,
    firstTokenMs: null,
    finishReason: error.code,
  };
}
