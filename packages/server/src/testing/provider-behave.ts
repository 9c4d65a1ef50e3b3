/** In charge of carrying out one behaviour of the stand-in for a provider on one response. */
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  defaultText,
  type ClaimedUsage,
  type ProviderBehaviour,
  type ProviderProtocol,
} from './provider-behaviour.ts';
import {
  writeAnswer,
  writeErrorEvent,
  writeMalformedEvent,
  type AnswerEvents,
} from './provider-events.ts';

/** Answers, or fails to, as `behaviour` says; `requestNumber` counts towards its `times`. */
export async function behave(
  protocol: ProviderProtocol,
  behaviour: ProviderBehaviour,
  requestNumber: number,
  body: Record<string, unknown>,
  response: ServerResponse,
): Promise<void> {
  const isOver =
    'times' in behaviour && behaviour.times !== undefined && requestNumber > behaviour.times;
  if (isOver) {
    return behave(protocol, { kind: 'answer' }, requestNumber, body, response);
  }
  switch (behaviour.kind) {
    case 'answer': {
      const text = behaviour.text ?? defaultText;
      const usage = behaviour.usage === null ? null : { ...claim(text), ...behaviour.usage };
      const answer = writeAnswer(protocol, { ...behaviour, text, usage });
      return stream(response, answer, behaviour.wordDelayMs ?? 0);
    }
    case 'echo': {
      const text = newestMessage(body);
      const answer = writeAnswer(protocol, { text, usage: claim(text) });
      return stream(response, answer, behaviour.wordDelayMs ?? 0);
    }
    case 'status':
      response.writeHead(behaviour.status, {
        'content-type': 'application/json',
        ...(behaviour.retryAfter === undefined ? {} : { 'retry-after': behaviour.retryAfter }),
      });
      response.end(
        JSON.stringify({
          type: 'error',
          error: { type: 'x', message: 'secret words of the provider' },
        }),
      );
      return;
    case 'reset':
      response.destroy();
      return;
    case 'silent':
      return;
    case 'web-page':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Welcome</title>');
      return;
    default:
      return streamWithFault(protocol, behaviour, response);
  }
}

type Fault = Extract<ProviderBehaviour, { afterWords: number }>;

async function streamWithFault(
  protocol: ProviderProtocol,
  fault: Fault,
  response: ServerResponse,
): Promise<void> {
  const answer = writeAnswer(protocol, { text: defaultText, usage: claim(defaultText) });
  openStream(response);
  const isFirst = fault.afterWords === 0;
  response.write(
    (isFirst ? '' : answer.opening) + answer.words.slice(0, fault.afterWords).join(''),
  );
  // What was written has to be on its way before the connection is torn down.
  await wait(20);
  if (fault.kind === 'broken') {
    response.destroy();
  } else if (fault.kind === 'closed-early') {
    response.end();
  } else if (fault.kind === 'error-event') {
    response.end(writeErrorEvent(protocol, fault.type));
  } else if (fault.kind === 'malformed-event') {
    response.end(writeMalformedEvent());
  }
}

async function stream(
  response: ServerResponse,
  { opening, words, closing }: AnswerEvents,
  wordDelayMs: number,
): Promise<void> {
  openStream(response);
  if (wordDelayMs === 0) {
    response.end(opening + words.join('') + closing);
    return;
  }
  response.write(opening);
  for (const word of words) {
    await wait(wordDelayMs);
    if (response.destroyed) {
      return;
    }
    response.write(word);
  }
  response.end(closing);
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
}

function claim(text: string): ClaimedUsage {
  const outputTokens = text.split(/\s+/).length;
  return { inputTokens: 20, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens };
}

/** The text of the newest message, in either protocol's shape. */
function newestMessage(body: Record<string, unknown>): string {
  const messages = body['messages'] as { content: string | { text?: string }[] }[];
  const content = messages.at(-1)?.content ?? '';
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');
}
