/** In charge of the errors for replies that were ended by us, or that turned out empty. */
import { ModelError } from './model-error.ts';
import type { StopReason } from './stopwatch.ts';

/** The failure of a reply that was ended before it was whole. */
export function explainStop(reason: Exclude<StopReason, 'limit'>, provider: string): ModelError {
  if (reason === 'client' || reason === 'listener') {
    return new ModelError({
      code: 'MODEL_ABORTED',
      message: 'The reply was stopped because nobody was receiving it any more.',
      hint: 'What had arrived until then is kept; ask again for a whole answer.',
    });
  }
  return new ModelError({
    code: 'MODEL_TIMEOUT',
    message:
      reason === 'deadline'
        ? `The model provider "${provider}" did not finish its answer in time.`
        : `The model provider "${provider}" fell silent in the middle of its answer.`,
    hint: 'Try again in a few minutes.',
  });
}

/**
 * The failure of a reply that was finished by the book and has no text.
 *
 * @param finishReason as the SDK names it
 */
export function explainEmptyReply(finishReason: string, provider: string): ModelError {
  if (finishReason === 'content-filter') {
    return new ModelError({
      code: 'MODEL_REFUSED',
      message: `The model of "${provider}" declined to answer.`,
      hint: 'Put the question in other words.',
    });
  }
  return new ModelError({
    code: 'MODEL_MALFORMED',
    message: `The model provider "${provider}" sent an answer without any text.`,
    details:
      finishReason === 'length' ? 'All of its tokens went into something else than text.' : null,
    hint: 'Try again; if it stays, set CATB_MODEL to a model that answers without thinking first.',
  });
}
