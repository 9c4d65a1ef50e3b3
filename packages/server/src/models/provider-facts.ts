/**
 * In charge of what a provider tells about its response while it streams: the SDK reports it only
 * at the end, and a stream that is cut or breaks has none.
 */
import { randomUUID } from 'node:crypto';
import { readUsageBlock } from '@catb/database/prices';

/** Input buckets that were told before the end. */
export interface ToldInput {
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens: number;
  cacheWrite1hTokens: number;
}

/** What is known so far. */
export interface ProviderFacts {
  /** Whether anything that can be read was received. */
  hasBegun: boolean;
  responseId: string | null;
  model: string | null;
  /** Anthropic tells its input at the start of the message. */
  input: ToldInput | null;
  /** Whether the provider closed its message the way its protocol says. */
  isClosed: boolean;
}

/** Nothing known yet. */
export function noFacts(): ProviderFacts {
  return { hasBegun: false, responseId: null, model: null, input: null, isClosed: false };
}

/** Adds what one raw event of either protocol tells. Unknown events tell nothing. */
export function noteEvent(facts: ProviderFacts, event: unknown): void {
  if (!isRecord(event)) {
    return;
  }
  facts.hasBegun = true;
  if (event['type'] === 'message_start' && isRecord(event['message'])) {
    const message = event['message'];
    noteIdentity(facts, message);
    facts.input = readInput(message['usage']);
  } else if (event['type'] === 'message_stop') {
    facts.isClosed = true;
  } else if (Array.isArray(event['choices'])) {
    noteIdentity(facts, event);
    const choice: unknown = event['choices'][0];
    if (isRecord(choice) && typeof choice['finish_reason'] === 'string') {
      facts.isClosed = true;
    }
  }
}

/**
 * An id for the response that is unique: the provider's own, completed when it is too short to be
 * (Ollama draws `chatcmpl-` and three digits), or one of ours.
 */
export function uniqueRequestId(responseId: string | null): string {
  if (responseId === null || responseId === '') {
    return `catb-${randomUUID()}`;
  }
  const id = responseId.slice(0, 200);
  return id.length >= 20 ? id : `${id}-${randomUUID()}`;
}

function noteIdentity(facts: ProviderFacts, source: Record<string, unknown>): void {
  facts.responseId ??= readText(source['id']);
  facts.model ??= readText(source['model']);
}

function readInput(usage: unknown): ToldInput | null {
  const block = readUsageBlock(usage, { provider: 'anthropic' });
  if (block === null) {
    return null;
  }
  const { inputTokens, cachedInputTokens, cacheWriteTokens, cacheWrite1hTokens } = block;
  return inputTokens + cachedInputTokens + cacheWriteTokens > 0
    ? { inputTokens, cachedInputTokens, cacheWriteTokens, cacheWrite1hTokens }
    : null;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
