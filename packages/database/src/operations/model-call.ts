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
  cacheWriteTokens: number;
  outputTokens: number;
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
