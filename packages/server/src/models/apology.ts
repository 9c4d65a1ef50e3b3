/** In charge of what a person reads when the model could not answer. */
import type { ModelErrorCode } from './model-error.ts';
import type { PromptCategory } from './prompt-context.ts';

interface ApologyOptions {
  code: ModelErrorCode;
  /** Milliseconds that the provider asked to wait. */
  retryAfterMs?: number;
  /** Of the message that got no answer; default `routine`. */
  category?: PromptCategory;
  /** Whether the start of an answer was already shown. */
  hasPartial?: boolean;
}

/**
 * The text that is stored and shown instead of an answer: what happened, that nothing is lost, and
 * what to do meanwhile. Under 90 tokens.
 */
export function apology(options: ApologyOptions): string {
  return [
    explain(options),
    'Your message is saved.',
    advise(options),
    meanwhile[options.category ?? 'routine'],
  ].join(' ');
}

function explain({ code, hasPartial }: ApologyOptions): string {
  const what = hasPartial === true ? 'finish my answer' : 'answer';
  switch (code) {
    case 'MODEL_RATE_LIMITED':
      return `I'm sorry, I can't ${what}: too many questions are coming in right now.`;
    case 'MODEL_TIMEOUT':
      return `I'm sorry, I couldn't ${what} in time.`;
    case 'MODEL_REFUSED':
      return `I'm sorry, I can't ${what} in the way it was asked.`;
    case 'MODEL_ABORTED':
      return 'My answer was interrupted.';
    case 'MODEL_MISCONFIGURED':
      return `I'm sorry, I can't ${what}: something in my set-up has to be mended first.`;
    case 'MODEL_UNAVAILABLE':
    case 'MODEL_MALFORMED':
    case 'MODEL_REJECTED':
      return `I'm sorry, I can't ${what}: the service that I think with is not working right now.`;
  }
}

function advise({ code, retryAfterMs }: ApologyOptions): string {
  if (code === 'MODEL_REFUSED') {
    return 'Please put the question in other words.';
  }
  if (code === 'MODEL_MISCONFIGURED') {
    return 'Trying again will not help until then.';
  }
  if (retryAfterMs !== undefined && retryAfterMs > 90_000) {
    return `Please try again in about ${Math.ceil(retryAfterMs / 60_000)} minutes.`;
  }
  return code === 'MODEL_RATE_LIMITED'
    ? 'Please try again in a minute or two.'
    : 'Please try again in a few minutes.';
}

const meanwhile: Record<PromptCategory, string> = {
  emergency: 'Do not wait for me: call a vet or an emergency animal hospital now.',
  urgent: 'Do not wait for me: call your vet today and describe what you see.',
  routine: 'If your cat gets worse, or you are worried, call your vet.',
  behavioral: 'If your cat also seems ill or stops eating or using the litter box, call your vet.',
};
