/** In charge of how a model's failure is told: a code, and sentences that are safe to show. */
import type { ModelReply } from './model.ts';

/** Every way in which a reply can fail. Codes are added, never changed. */
export type ModelErrorCode =
  /** The provider takes no more requests for now. */
  | 'MODEL_RATE_LIMITED'
  /** It can't be reached, answers with a server error, or broke off. */
  | 'MODEL_UNAVAILABLE'
  /** The deadline passed, or a stream fell silent. */
  | 'MODEL_TIMEOUT'
  /** What it sent is not an answer in its own protocol, or is empty. */
  | 'MODEL_MALFORMED'
  /** It declined to answer. */
  | 'MODEL_REFUSED'
  /** The client hung up. */
  | 'MODEL_ABORTED'
  /** Key, address or model name are not accepted, or a setting is missing. */
  | 'MODEL_MISCONFIGURED'
  /** It does not accept this request. */
  | 'MODEL_REJECTED';

/** What the log may know about the cause: nothing of the prompt, the key or the answer. */
export interface ModelFailureCause {
  /** HTTP status, when there was a response. */
  status?: number;
  /** Class of the underlying error. */
  name: string;
  /** `ECONNREFUSED` and the like. */
  networkCode?: string;
}

interface ModelErrorOptions {
  code: ModelErrorCode;
  message: string;
  details?: string | null;
  hint: string;
  retryAfterMs?: number;
  isRetryable?: boolean;
  partial?: ModelReply;
  cause?: ModelFailureCause;
}

/** A reply that failed. Every field but `cause` may be shown to a client. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly details: string | null;
  readonly hint: string;
  /** Milliseconds after which the provider wants to be asked again. */
  readonly retryAfterMs?: number;
  /** Whether the same request may succeed when it is repeated. */
  readonly isRetryable: boolean;
  /** What had been received, once the provider had begun to answer. */
  readonly partial?: ModelReply;

  constructor(options: ModelErrorOptions) {
    super(options.message, { cause: options.cause });
    this.name = 'ModelError';
    this.code = options.code;
    this.details = options.details ?? null;
    this.hint = options.hint;
    this.isRetryable = options.isRetryable ?? false;
    if (options.retryAfterMs !== undefined) {
      this.retryAfterMs = options.retryAfterMs;
    }
    if (options.partial !== undefined) {
      this.partial = options.partial;
    }
  }

  /** The same failure with what had been received so far. */
  withPartial(partial: ModelReply): ModelError {
    return new ModelError({
      code: this.code,
      message: this.message,
      details: this.details,
      hint: this.hint,
      isRetryable: this.isRetryable,
      partial,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      ...(this.cause === undefined ? {} : { cause: this.cause as ModelFailureCause }),
    });
  }
}
