/** In charge of what an answer looks like on the wire in each provider's protocol. */
import { randomBytes } from 'node:crypto';
import type { ClaimedUsage, ProviderProtocol } from './provider-behaviour.ts';

/** The model that the stand-in claims to be, whatever was asked for. */
export const claimedModel = { anthropic: 'stand-in-claude-1', openai: 'stand-in-gpt-1' };

/** The events of one answer, each ready to be written. */
export interface AnswerEvents {
  opening: string;
  words: string[];
  closing: string;
}

/** An answer in `protocol`; `usage` null tells as little as the protocol allows. */
export function writeAnswer(
  protocol: ProviderProtocol,
  answer: {
    text: string;
    usage: ClaimedUsage | null;
    finishReason?: string;
    responseId?: string;
  },
): AnswerEvents {
  const words = answer.text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
  return protocol === 'anthropic' ? writeAnthropic(words, answer) : writeOpenAi(words, answer);
}

/** An error inside a stream. */
export function writeErrorEvent(protocol: ProviderProtocol, type: string): string {
  const error = { type, message: 'secret words of the provider' };
  return protocol === 'anthropic' ? event({ type: 'error', error }) : data({ error });
}

/** An event that no JSON parser takes. */
export function writeMalformedEvent(): string {
  return 'event: content_block_delta\ndata: {"type": "content_bl\n\n';
}

function writeAnthropic(
  words: string[],
  answer: { usage: ClaimedUsage | null; finishReason?: string; responseId?: string },
): AnswerEvents {
  const { usage } = answer;
  const message = {
    id: answer.responseId ?? `msg_${randomBytes(12).toString('hex')}`,
    type: 'message',
    role: 'assistant',
    model: claimedModel.anthropic,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: {
      input_tokens: usage?.inputTokens ?? 0,
      cache_creation_input_tokens: usage?.cacheWriteTokens ?? 0,
      cache_read_input_tokens: usage?.cachedInputTokens ?? 0,
      output_tokens: usage === null ? 0 : 1,
    },
  };
  return {
    opening:
      event({ type: 'message_start', message }) +
      event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }) +
      event({ type: 'ping' }),
    words: words.map((text) =>
      event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    ),
    closing:
      event({ type: 'content_block_stop', index: 0 }) +
      event({
        type: 'message_delta',
        delta: { stop_reason: answer.finishReason ?? 'end_turn', stop_sequence: null },
        usage: { output_tokens: usage?.outputTokens ?? 0 },
      }) +
      event({ type: 'message_stop' }),
  };
}

function writeOpenAi(
  words: string[],
  answer: { usage: ClaimedUsage | null; finishReason?: string; responseId?: string },
): AnswerEvents {
  const { usage } = answer;
  const chunk = {
    id: answer.responseId ?? `chatcmpl-${randomBytes(12).toString('hex')}`,
    object: 'chat.completion.chunk',
    created: 1_780_000_000,
    model: claimedModel.openai,
  };
  const choice = (delta: object, finish_reason: string | null): string =>
    data({ ...chunk, choices: [{ index: 0, delta, finish_reason }] });
  return {
    opening: choice({ role: 'assistant', content: '' }, null),
    words: words.map((content) => choice({ content }, null)),
    closing:
      choice({}, answer.finishReason ?? 'stop') +
      (usage === null ? '' : data({ ...chunk, choices: [], usage: openAiUsage(usage) })) +
      'data: [DONE]\n\n',
  };
}

/** Cached tokens are part of the prompt's here, which is what a reader has to take apart. */
function openAiUsage(usage: ClaimedUsage): object {
  const prompt = usage.inputTokens + usage.cachedInputTokens;
  return {
    prompt_tokens: prompt,
    completion_tokens: usage.outputTokens,
    total_tokens: prompt + usage.outputTokens,
    prompt_tokens_details: { cached_tokens: usage.cachedInputTokens },
  };
}

function event(content: { type: string } & Record<string, unknown>): string {
  return `event: ${content.type}\n${data(content)}`;
}

function data(content: object): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}
