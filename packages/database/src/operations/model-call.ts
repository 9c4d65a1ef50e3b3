/** In charge of how a model call is handed to the database: by finish_turn, fail_turn and finish_summary. */

/** What a model call used and how long it took. The four buckets never overlap. */
export interface ModelCall {
  /** Such as `anthropic`, `openai`, `offline-guide`. */
  provider: string;
  /** The name that its price is found by. */
  model: string;
  /** The provider's id of the request: unique in the session, so a retry can not bill twice. */
  requestId: string;
  usageCertainty: 'exact' | 'estimated' | 'unknown';
  inputTokens: number;
  cachedInputTokens: number;
  /** Input written to a cache, for however long. */
  cacheWriteTokens: number;
  /** How many of `cacheWriteTokens` were written for an hour, which costs more; default 0. */
  cacheWrite1hTokens?: number | undefined;
  outputTokens: number;
  /** The sum as the provider told it: a usage that does not add up to it is stored as `estimated`. */
  totalTokens?: number | undefined;
  /** Milliseconds from the call to the end of the reply. */
  latencyMs: number;
  /** Milliseconds to the first text; null when there was none. */
  firstTokenMs: number | null;
  finishReason: string;
}

/** The values of a call in the order in which the functions take them. */
export function modelCallValues(call: ModelCall): readonly unknown[] {
  return [
    call.provider.slice(0, 200),
    call.model.slice(0, 200),
    call.requestId.slice(0, 200),
    call.usageCertainty,
    call.inputTokens,
    call.cachedInputTokens,
    call.cacheWriteTokens,
    call.outputTokens,
    Math.round(call.latencyMs),
    call.firstTokenMs === null ? null : Math.round(call.firstTokenMs),
    call.finishReason.slice(0, 200),
  ];
}

/** What came later to the functions: their last two arguments. */
export function modelCallDetails(call: ModelCall): readonly unknown[] {
  return [call.cacheWrite1hTokens ?? 0, call.totalTokens ?? null];
}
