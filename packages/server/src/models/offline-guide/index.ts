/**
 * In charge of answers without a model: Mu looks them up in a written triage guide. The guide holds
 * common advice for cat owners; no veterinarian has reviewed it.
 */
import { randomUUID } from 'node:crypto';
import { countTokens } from '@catb/database';
import { pause } from '../backoff.ts';
import { explainStop } from '../explain-stop.ts';
import type { Model, ModelReply, ReplyRequest } from '../model.ts';
import type { PromptTriage } from '../prompt-context.ts';
import { answerEmergency } from './answer-emergency.ts';
import { answerTopic } from './answer-topic.ts';
import { fitParts, type FittedAnswer } from './fit-parts.ts';

/** The guide's provider and model name, as page, API and rows show it. */
export const offlineGuideName = 'offline-guide';

const noTriage: PromptTriage = { category: 'routine', redFlags: [], topics: [] };

/** How the guide answers. */
export interface OfflineGuideOptions {
  /** Milliseconds between two words; default 0. */
  wordDelayMs?: number;
}

/**
 * A model that needs no provider. Costs nothing: its usage counts the tokens of its answer and no
 * input. Knows triage and preferences by `ReplyRequest.guide`.
 */
export function createOfflineGuide(options: OfflineGuideOptions = {}): Model {
  const wordDelayMs = options.wordDelayMs ?? 0;
  return {
    provider: offlineGuideName,
    name: offlineGuideName,
    isOffline: true,
    async reply(request, onText) {
      const startedAt = performance.now();
      const answer = composeAnswer(request);
      let text = '';
      let timeToFirstTokenMs: number | null = null;
      const reply = (finishReason: string): ModelReply => ({
        text,
        truncated: answer.truncated,
        finishReason,
        provider: offlineGuideName,
        model: offlineGuideName,
        providerRequestId: `${offlineGuideName}-${randomUUID()}`,
        usage: {
          inputTokens: 0,
          cachedInputTokens: 0,
          cacheWriteTokens: 0,
          outputTokens: countTokens(text),
          certainty: 'exact',
        },
        latencyMs: Math.round(performance.now() - startedAt),
        timeToFirstTokenMs,
        attempts: 1,
      });

      for (const word of answer.text.match(/\s*\S+/g) ?? []) {
        if (wordDelayMs > 0) {
          await pause(wordDelayMs, request.signal);
        }
        if (request.signal.aborted) {
          throw explainStop('client', offlineGuideName).withPartial(reply('aborted'));
        }
        timeToFirstTokenMs ??= Math.round(performance.now() - startedAt);
        text += word;
        onText(word);
      }
      return reply(answer.truncated ? 'length' : 'stop');
    },
  };
}

function composeAnswer({ messages, guide, maxTokens }: ReplyRequest): FittedAnswer {
  const triage = guide?.triage ?? noTriage;
  const preferences = guide?.preferences ?? {};
  const answer = triage.category === 'emergency' ? answerEmergency : answerTopic;
  return fitParts(answer(messages, triage, preferences), maxTokens);
}
