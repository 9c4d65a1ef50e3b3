/** In charge of what a model is to the rest of the server, whichever provider is behind it. */
import type { PromptPreferences, PromptTriage } from './prompt-context.ts';

/** One message of the conversation, as the model gets it. */
export interface ContextMessage {
  role: 'user' | 'assistant';
  content: string;
}

/** What a reply is asked for with. */
export interface ReplyRequest {
  /** The system prompt; see `systemPrompt`. */
  system: string;
  /** Oldest first; the last one is the person's newest message. */
  messages: ContextMessage[];
  /** Tokens (o200k_base) that the reply may have, 1 or more. */
  maxTokens: number;
  /** Aborted when the client hangs up. */
  signal: AbortSignal;
  /** Milliseconds for the whole call, retries included; default 45,000. */
  deadlineMs?: number;
  /** The server's id of the request, sent along for the provider's own logs. */
  requestId: string;
  /** What only the offline guide looks at: it reads no system prompt. */
  guide?: { triage: PromptTriage; preferences: PromptPreferences };
}

/** `exact`: the provider told; `estimated`: counted here; `unknown`: neither was possible. */
export type Certainty = 'exact' | 'estimated' | 'unknown';

/** Tokens in four buckets that don't overlap: their sum is what was processed. */
export interface ModelUsage {
  /** Input that was neither read from a cache nor written to one. */
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens: number;
  /** How many of `cacheWriteTokens` were written for an hour, which costs more; default 0. */
  cacheWrite1hTokens?: number;
  outputTokens: number;
  /** The sum as the provider told it; left out where it told none. */
  totalTokens?: number;
  certainty: Certainty;
}

/** A reply, whole or cut. */
export interface ModelReply {
  /** Exactly what `onText` was given, joined. */
  text: string;
  /** Cut at the token limit, by us or by the provider, or stopped by its content filter. */
  truncated: boolean;
  /** `stop`, `length`, `content-filter`, …; of a partial reply `aborted` or `error`. */
  finishReason: string;
  provider: string;
  /** As the provider reported it, else as it was asked for. */
  model: string;
  /** The provider's id of the response, completed or replaced where it wouldn't be unique. */
  providerRequestId: string;
  usage: ModelUsage;
  /** From the call to the end of the reply, retries included. */
  latencyMs: number;
  /** From the call to the first text; null when there was none. */
  timeToFirstTokenMs: number | null;
  /** Requests made, 1 or more. */
  attempts: number;
}

/** Something that answers. */
export interface Model {
  /** `anthropic`, `openai` or `offline-guide`. */
  readonly provider: string;
  /** The model's name as the provider knows it. */
  readonly name: string;
  readonly isOffline: boolean;
  /**
   * Answers, handing out the text as it comes.
   *
   * @throws ModelError, with what had been said until then in `partial`
   */
  reply(request: ReplyRequest, onText: (text: string) => void): Promise<ModelReply>;
}
