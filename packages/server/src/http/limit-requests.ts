/** In charge of how much one address may ask for, in this process. */
import { rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import { ApiError, type ApiErrorCode } from './api-error.ts';
import { sendError } from './send-error.ts';

/** Requests a minute from one address; null where the limit is 0, which means none. */
export function limitRequests(perMinute: number): RateLimitRequestHandler | null {
  return limit(perMinute, 60_000, 'rate_limited', `${perMinute} requests a minute`);
}

/** New sessions an hour from one address; null where the limit is 0, which means none. */
export function limitSessions(perHour: number): RateLimitRequestHandler | null {
  return limit(perHour, 3_600_000, 'session_limit_reached', `${perHour} new sessions an hour`);
}

function limit(
  most: number,
  windowMs: number,
  code: ApiErrorCode,
  what: string,
): RateLimitRequestHandler | null {
  if (most === 0) return null;
  return rateLimit({
    limit: most,
    windowMs,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      const seconds = Number(response.getHeader('Retry-After') ?? 60);
      sendError(
        response,
        new ApiError({
          status: 429,
          code,
          message: `More than ${what} came from this address.`,
          details: `Try again in ${seconds} s.`,
          hint: 'Wait for the time given in the details, then send the request again.',
          retryAfterSeconds: seconds,
        }),
      );
    },
  });
}
