/** In charge of the ways in which the stand-in for a provider can behave. */

/** Which provider's protocol is spoken. */
export type ProviderProtocol = 'anthropic' | 'openai';

/** Tokens that the stand-in claims to have used, as the Anthropic protocol divides them. */
export interface ClaimedUsage {
  /** Input that is neither read from a cache nor written to one. */
  inputTokens: number;
  cachedInputTokens: number;
  /** Not known to the OpenAI protocol, which leaves it out. */
  cacheWriteTokens: number;
  outputTokens: number;
}

interface Streamed {
  /** Default: two sentences. */
  text?: string;
  /** Milliseconds between two words; default 0, everything at once. */
  wordDelayMs?: number;
  /** Default 20 in, one out for each word; null to tell none. */
  usage?: Partial<ClaimedUsage> | null;
  /** In the protocol's own words; default `end_turn` or `stop`. */
  finishReason?: string;
  /** Default: a long unique one. */
  responseId?: string;
}

/** What happens to a request. `afterWords` counts what was sent before the fault. */
export type ProviderBehaviour =
  /** A whole answer. */
  | ({ kind: 'answer' } & Streamed)
  /** An answer that is the newest user message. */
  | { kind: 'echo'; wordDelayMs?: number }
  /** An error status; with `times`, whole answers after so many. */
  | { kind: 'status'; status: number; retryAfter?: string; times?: number }
  /** The connection is reset before anything is sent; `times` as above. */
  | { kind: 'reset'; times?: number }
  /** The connection is reset in the middle. */
  | { kind: 'broken'; afterWords: number }
  /** The stream ends in the middle as if it were whole. */
  | { kind: 'closed-early'; afterWords: number }
  /** The stream falls silent in the middle and stays open. */
  | { kind: 'stalled'; afterWords: number }
  /** An error event inside a stream with status 200. */
  | { kind: 'error-event'; afterWords: number; type: string; times?: number }
  /** An event that is not JSON. */
  | { kind: 'malformed-event'; afterWords: number }
  /** A web page with status 200. */
  | { kind: 'web-page' }
  /** The request is taken and nothing ever comes. */
  | { kind: 'silent' };

/** The same for every request, or by its number, 1 for the first since it was set. */
export type ProviderScript = ProviderBehaviour | ((requestNumber: number) => ProviderBehaviour);

/** What is answered when nothing else is said. */
export const defaultText =
  'A sneeze now and then is nothing to worry about. Is there anything coming out of her nose?';
