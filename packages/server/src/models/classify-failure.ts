/**
 * In charge of turning whatever the SDK, the network or a provider raised into a `ModelError`.
 * The original is not kept: it carries the request (the prompt) and the provider's raw answer.
 */
import { APICallError } from 'ai';
import { ModelError, type ModelErrorCode, type ModelFailureCause } from './model-error.ts';
import { readRetryAfter } from './retry-after.ts';

/** Statuses that a provider answers with when the same request may soon succeed. */
const retryableStatuses = new Set([429, 500, 502, 503, 504, 529]);

interface FailureContext {
  /** As in `Model.provider`. */
  provider: string;
  /** The model's name, for the sentence that tells what to check. */
  name: string;
  /** Whether the provider had begun to answer in its protocol. */
  hasBegun: boolean;
}

/** The failure as a `ModelError`, without what had been received. */
export function classifyFailure(error: unknown, context: FailureContext): ModelError {
  if (error instanceof ModelError) {
    return error;
  }
  if (APICallError.isInstance(error)) {
    if (isUnreadableFirstEvent(error)) {
      return malformed(error, context);
    }
    if (error.statusCode !== undefined && error.statusCode >= 400) {
      return fromStatus(error.statusCode, readRetryAfter(error.responseHeaders), error, context);
    }
    const hasNoAnswer = error.statusCode === undefined || findNetworkCode(error) !== undefined;
    return hasNoAnswer ? unreachable(error, context) : malformed(error, context);
  }
  if (isProviderError(error)) {
    return fromProviderError(error, context);
  }
  if (findNetworkCode(error) !== undefined || isBrokenBody(error) || context.hasBegun) {
    return isUnreadable(error) ? malformed(error, context) : unreachable(error, context);
  }
  return malformed(error, context);
}

function fromStatus(
  status: number,
  retryAfterMs: number | undefined,
  error: unknown,
  { provider, name }: FailureContext,
): ModelError {
  const cause = { status, ...describe(error) };
  const base = {
    cause,
    isRetryable: retryableStatuses.has(status),
    details: `The provider answered with HTTP status ${status}.`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const code = codeOfStatus(status);
  if (code === 'MODEL_RATE_LIMITED') {
    return new ModelError({
      ...base,
      code,
      message: `The model provider "${provider}" takes no more requests for now.`,
      hint: 'Try again in a minute.',
    });
  }
  if (code === 'MODEL_MISCONFIGURED') {
    return new ModelError({
      ...base,
      code,
      message: `The model provider "${provider}" refused the key, the address or the model "${name}".`,
      hint: 'The operator should check the key, the base URL and CATB_MODEL.',
    });
  }
  if (code === 'MODEL_REJECTED') {
    return new ModelError({
      ...base,
      code,
      message: `The model provider "${provider}" did not accept the request.`,
      hint: 'Try a shorter message; if that fails too, the operator should check CATB_MODEL.',
    });
  }
  return new ModelError({
    ...base,
    code,
    message: `The model provider "${provider}" failed to answer.`,
    hint: 'Try again in a few minutes.',
  });
}

function codeOfStatus(status: number): ModelErrorCode {
  if (status === 429) {
    return 'MODEL_RATE_LIMITED';
  }
  if (status === 401 || status === 403 || status === 404) {
    return 'MODEL_MISCONFIGURED';
  }
  return status < 500 && status !== 408 ? 'MODEL_REJECTED' : 'MODEL_UNAVAILABLE';
}

/** An error that came as an event inside a stream that had begun with status 200. */
function fromProviderError(error: { type?: unknown }, context: FailureContext): ModelError {
  const type = String(error.type);
  const status = /rate_?limit/.test(type) ? 429 : /overloaded/.test(type) ? 529 : 500;
  return fromStatus(status, undefined, { name: 'ProviderError' }, context);
}

function unreachable(error: unknown, { provider, hasBegun }: FailureContext): ModelError {
  return new ModelError({
    code: 'MODEL_UNAVAILABLE',
    message: hasBegun
      ? `The model provider "${provider}" broke off in the middle of its answer.`
      : `The model provider "${provider}" can't be reached.`,
    hint: 'Try again in a few minutes.',
    isRetryable: true,
    cause: describe(error),
  });
}

function malformed(error: unknown, { provider }: FailureContext): ModelError {
  return new ModelError({
    code: 'MODEL_MALFORMED',
    message: `The model provider "${provider}" sent something that is not an answer.`,
    hint: 'Try again; if it stays, the operator should check the base URL.',
    cause: describe(error),
  });
}

/** OpenAI-compatible servers may leave `type` out or null; Anthropic always has it. */
function isProviderError(error: unknown): error is { type?: unknown; message: unknown } {
  return (
    typeof error === 'object' && error !== null && !(error instanceof Error) && 'message' in error
  );
}

/** A parse or validation error of the SDK. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && /JSONParse|TypeValidation/.test(error.name);
}

/** The SDK's Anthropic part reports a first event that it can't read as if it were status 500. */
function isUnreadableFirstEvent(error: APICallError): boolean {
  return /"name":"AI_(JSONParse|TypeValidation)Error"/.test(error.responseBody ?? '');
}

/** undici's word for a body that ended too early. */
function isBrokenBody(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'terminated';
}

function describe(error: unknown): ModelFailureCause {
  const networkCode = findNetworkCode(error);
  const name =
    typeof error === 'object' && error !== null && 'name' in error
      ? String(error.name)
      : typeof error;
  return networkCode === undefined ? { name } : { name, networkCode };
}

/** `code` of the error or of what caused it, at most five levels down. */
function findNetworkCode(error: unknown): string | undefined {
  let current: unknown = error;
  for (let level = 0; level < 5 && typeof current === 'object' && current !== null; level += 1) {
    const { code, cause } = current as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) {
      return code;
    }
    current = cause;
  }
  return undefined;
}
