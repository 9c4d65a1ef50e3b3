/** The errors that calls to the API end in. */
import type { ErrorBody } from './contract.ts';

/** The server answered, and refused. `retryAfter` is in seconds, where the server named a time. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly hint: string | null;
  readonly retryAfter: number | null;

  constructor(status: number, body: Partial<ErrorBody>, retryAfter: number | null) {
    super(body.message ?? `The server answered with status ${status}.`);
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.hint = body.hint ?? null;
    this.retryAfter = retryAfter;
  }
}

/** The server could not be reached, or the connection broke before the answer was whole. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(cause?: unknown) {
    super('The connection to Mu was lost.', { cause });
  }
}

/** The session was no longer valid. Another one has taken its place. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';

  constructor() {
    super('Your earlier conversation has ended.');
  }
}

/**
 * Reads the error out of a response that isn't a success. A body that isn't the API's, from a
 * proxy for instance, leaves the status to speak.
 */
export async function readApiError(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => ({}));
  const seconds = Number.parseFloat(response.headers.get('retry-after') ?? '');
  return new ApiError(
    response.status,
    typeof body === 'object' && body !== null ? body : {},
    Number.isFinite(seconds) ? Math.max(0, seconds) : null,
  );
}

/** One or two sentences for a person: what went wrong and what to do. */
export function describeError(error: unknown): string {
  if (error instanceof ApiError) return [error.message, error.hint].filter(Boolean).join(' ');
  if (error instanceof ConnectionError) return `${error.message} Check yours and try again.`;
  return error instanceof Error ? error.message : 'Something went wrong on this page.';
}
