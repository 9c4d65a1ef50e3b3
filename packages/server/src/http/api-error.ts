/** In charge of the one shape in which the API tells that something failed. */
import { CatbError, type CatbErrorCode } from '@catb/database';
import { z } from 'zod';

/** What the HTTP layer itself refuses. Append-only: a code that was released keeps its meaning. */
export type HttpErrorCode =
  | 'request_invalid'
  | 'body_malformed'
  | 'body_not_utf8'
  | 'body_too_large'
  | 'body_incomplete'
  | 'content_type_unsupported'
  | 'not_found'
  | 'method_not_allowed'
  | 'rate_limited'
  | 'session_limit_reached'
  | 'admin_key_refused'
  | 'analytics_unavailable'
  | 'not_ready'
  | 'internal_error';

/** Every code that the API can answer with. */
export type ApiErrorCode = CatbErrorCode | HttpErrorCode;

/** The body of an error, as PostgreSQL and PostgREST shape theirs. */
export const errorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    details: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .meta({ id: 'Error', description: 'What failed, on what, and what to do about it.' });

/** The body of an error. */
export type ErrorBody = z.infer<typeof errorSchema>;

interface ApiErrorFields {
  status: number;
  code: ApiErrorCode;
  message: string;
  details?: string | null;
  hint?: string | null;
  retryAfterSeconds?: number;
}

/** An answer of the API that is an error. */
export class ApiError extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly body: ErrorBody;

  constructor(fields: ApiErrorFields, cause?: unknown) {
    super(fields.message, { cause });
    this.name = 'ApiError';
    this.status = fields.status;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.body = {
      code: fields.code,
      message: fields.message,
      details: fields.details ?? null,
      hint: fields.hint ?? null,
    };
  }
}

const waitIn = /^Try again in (\d+) s\.$/;
/** Seconds after which it is worth another try, however long the details say it may take. */
const longestWaits: Partial<Record<CatbErrorCode, number>> = {
  // An attempt under way usually ends long before its lease does.
  turn_in_progress: 3,
  // A limit can be raised long before its period ends.
  budget_exceeded: 3_600,
};

/**
 * The answer for anything that was thrown. What is not known here becomes `internal_error`, with
 * nothing of the cause in it.
 */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof CatbError && error.status !== undefined) {
    const seconds = Number(waitIn.exec(error.details ?? '')?.[1] ?? Number.NaN);
    const wait = Math.min(seconds, longestWaits[error.code] ?? seconds);
    return new ApiError(
      {
        status: error.status,
        code: error.code,
        message: error.message,
        details: error.details ?? null,
        hint: error.hint ?? null,
        ...(error.status === 503 ? { retryAfterSeconds: 2 } : {}),
        ...(Number.isNaN(wait) ? {} : { retryAfterSeconds: Math.max(1, wait) }),
      },
      error,
    );
  }
  return ofBodyParser(error) ?? internalError(error);
}

function internalError(cause: unknown): ApiError {
  return new ApiError(
    {
      status: 500,
      code: 'internal_error',
      message: 'Something went wrong on the server.',
      hint: 'Try again; if it goes on, tell whoever runs the server the request id in the header X-Request-Id.',
    },
    cause,
  );
}

/** Express' body parser names its errors in `type`. */
function ofBodyParser(error: unknown): ApiError | null {
  const type = error instanceof Error && 'type' in error ? error.type : null;
  switch (type) {
    case 'entity.parse.failed':
      return new ApiError({
        status: 400,
        code: 'body_malformed',
        message: 'The body is not valid JSON.',
        hint: 'Send one JSON object, encoded in UTF-8.',
      });
    case 'entity.too.large':
      return new ApiError({
        status: 413,
        code: 'body_too_large',
        message: 'The body is larger than 256 kB.',
        hint: 'A message has at most 20,000 characters; send it in shorter parts.',
      });
    case 'entity.verify.failed':
      return new ApiError({
        status: 400,
        code: 'body_not_utf8',
        message: 'The body is not valid UTF-8.',
        hint: 'Encode the JSON in UTF-8.',
      });
    case 'request.aborted':
    case 'request.size.invalid':
      return new ApiError({
        status: 400,
        code: 'body_incomplete',
        message: 'The body stopped before its end.',
        hint: 'Nothing was stored. Send the request again.',
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new ApiError({
        status: 415,
        code: 'content_type_unsupported',
        message: 'The body is not JSON in UTF-8.',
        hint: 'Send it as Content-Type: application/json.',
      });
    default:
      return null;
  }
}
