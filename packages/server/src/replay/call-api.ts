/** In charge of one call to the API: it is repeated, in bounds, where the API says to come back. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readRetryAfter } from '../models/retry-after.ts';

/** How an API is called. */
export interface ApiTarget {
  /** Without a slash at its end. */
  baseUrl: string;
  /** Milliseconds after which a call that is not answered has failed. */
  deadlineMs: number;
  /** Times that a call is made at most. */
  attempts: number;
  /** Milliseconds that the API may ask to wait; a call that should wait longer has failed. */
  longestWaitMs: number;
  /** Is told of each call that is going to be repeated. */
  onRetry: (code: string) => void;
}

/** A call. */
export interface ApiCall<Answer> {
  method: 'GET' | 'POST';
  path: string;
  sessionToken?: string;
  body?: unknown;
  answer: z.ZodType<Answer>;
}

/** A call that failed for good. `code` is the API's, or `no_answer` or `answer_malformed`. */
export class CallError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`The API did not answer: ${code}.`);
    this.name = 'CallError';
    this.code = code;
  }
}

interface Failure {
  code: string;
  /** Absent where repeating it is no use. */
  retryAfterMs?: number;
}

type Outcome<Answer> = { answer: Answer; latencyMs: number } | Failure;

const errorSchema = z.object({ code: z.string().regex(/^\w{1,60}$/) });
const firstBackoffMs = 250;

/**
 * Calls the API.
 *
 * @returns its answer, and the milliseconds that the call which was answered took
 * @throws CallError
 */
export async function callApi<Answer>(
  target: ApiTarget,
  call: ApiCall<Answer>,
): Promise<{ answer: Answer; latencyMs: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await callOnce(target, call, firstBackoffMs * 2 ** (attempt - 1));
    if ('answer' in outcome) return outcome;
    const { code, retryAfterMs } = outcome;
    const isFinal = attempt >= target.attempts || retryAfterMs === undefined;
    if (isFinal || retryAfterMs > target.longestWaitMs) throw new CallError(code);
    target.onRetry(code);
    await wait(retryAfterMs);
  }
}

async function callOnce<Answer>(
  { baseUrl, deadlineMs }: ApiTarget,
  { method, path, sessionToken, body, answer }: ApiCall<Answer>,
  backoffMs: number,
): Promise<Outcome<Answer>> {
  const started = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await fetch(baseUrl + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sessionToken === undefined ? {} : { authorization: `Bearer ${sessionToken}` }),
      },
      // What people said goes where it was meant to go, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch {
    return { code: 'no_answer', retryAfterMs: backoffMs };
  }
  const json = parseJson(text);
  if (!response.ok) return failureOf(response, json, backoffMs);
  const parsed = answer.safeParse(json);
  if (!parsed.success) return { code: 'answer_malformed' };
  return { answer: parsed.data, latencyMs: performance.now() - started };
}

function failureOf({ status, headers }: Response, json: unknown, backoffMs: number): Failure {
  const code = errorSchema.safeParse(json).data?.code ?? `http_${status}`;
  const asked = readRetryAfter({ 'retry-after': headers.get('retry-after') ?? '' });
  // A conflict that names no time will still be one the next time.
  if (status === 409) return asked === undefined ? { code } : { code, retryAfterMs: asked };
  const isTemporary = status === 429 || status === 503;
  return isTemporary ? { code, retryAfterMs: asked ?? backoffMs } : { code };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
