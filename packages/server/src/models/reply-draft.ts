/** In charge of a reply while it is written: its text, the limit, and what is known about it. */
import { createTokenCutter } from '@catb/database';
import { createTextCleaner } from './clean-text.ts';
import type { ModelReply, ModelUsage, ReplyRequest } from './model.ts';
import { noFacts, noteEvent, uniqueRequestId, type ProviderFacts } from './provider-facts.ts';
import { estimateUsage, readUsage, type ToldUsage } from './read-usage.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A reply that is being written. */
export interface ReplyDraft {
  readonly facts: ProviderFacts;
  /** Takes one raw event of the provider. */
  note(event: unknown): void;
  /** Takes a part of the text, hands out what fits, and stops the stream once it is full. */
  take(part: string): void;
  /** The finished reply. */
  finish(finishReason: string, told: ToldUsage): ModelReply;
  /** The reply as far as it got; the provider has told no output tokens yet. */
  cut(finishReason: 'length' | 'aborted' | 'error'): ModelReply;
}

interface DraftOptions {
  provider: string;
  name: string;
  request: ReplyRequest;
  onText: (text: string) => void;
  stopwatch: Stopwatch;
  attempt: number;
}

/** An empty draft. */
export function startDraft(options: DraftOptions): ReplyDraft {
  const { provider, name, request, onText, stopwatch, attempt } = options;
  const facts = noFacts();
  const cleaner = createTextCleaner();
  const cutter = createTokenCutter(request.maxTokens);
  let text = '';
  let timeToFirstTokenMs: number | null = null;

  const close = (finishReason: string, truncated: boolean, usage: ModelUsage): ModelReply => ({
    text,
    truncated,
    finishReason,
    provider,
    model: facts.model ?? name,
    providerRequestId: uniqueRequestId(facts.responseId),
    usage,
    latencyMs: Math.round(stopwatch.elapsed()),
    timeToFirstTokenMs,
    attempts: attempt,
  });

  return {
    facts,
    note(event) {
      stopwatch.heard();
      noteEvent(facts, event);
    },
    take(part) {
      const kept = cutter.push(cleaner.push(part));
      if (kept !== '') {
        timeToFirstTokenMs ??= Math.round(stopwatch.elapsed());
        text += kept;
        try {
          onText(kept);
        } catch {
          stopwatch.stop('listener');
        }
      }
      if (cutter.isFull) {
        stopwatch.stop('limit');
      }
    },
    finish(finishReason, told) {
      const isCut = finishReason === 'length' || finishReason === 'content-filter';
      return close(finishReason, isCut, readUsage(told, provider, request, text));
    },
    cut(finishReason) {
      return close(
        finishReason,
        finishReason === 'length',
        estimateUsage(facts.input, request, text),
      );
    },
  };
}
