/** In charge of what the reference says about errors of the HTTP layer: `docs/reference/errors.md` is made from here. */
import type { HttpErrorCode } from './api-error.ts';

/** When each comes, with which status, and what to do. */
export const httpErrorDescriptions: Readonly<
  Record<HttpErrorCode, { status: number; meaning: string; remedy: string }>
> = {
  request_invalid: {
    status: 400,
    meaning: 'The body or the query has a field that is unknown, missing or of the wrong kind.',
    remedy: 'The details name the field. The OpenAPI document has the shape.',
  },
  body_malformed: {
    status: 400,
    meaning: 'The body is not valid JSON.',
    remedy: 'Send one JSON object, encoded in UTF-8.',
  },
  body_not_utf8: {
    status: 400,
    meaning: 'The body is not valid UTF-8.',
    remedy: 'Encode it in UTF-8.',
  },
  body_too_large: {
    status: 413,
    meaning: 'The body is larger than the API takes.',
    remedy: 'A message has at most 20,000 characters; send it in shorter parts.',
  },
  body_incomplete: {
    status: 400,
    meaning: 'The body stopped before its end.',
    remedy: 'Nothing was stored. Send the request again.',
  },
  content_type_unsupported: {
    status: 415,
    meaning: 'The body is not sent as JSON in UTF-8.',
    remedy: 'Send it as `Content-Type: application/json`.',
  },
  not_found: {
    status: 404,
    meaning: 'There is nothing at this path.',
    remedy: 'See the OpenAPI document for the paths there are.',
  },
  method_not_allowed: {
    status: 405,
    meaning: 'The path is there, for other methods.',
    remedy: 'The header `Allow` lists them.',
  },
  rate_limited: {
    status: 429,
    meaning: 'Too many requests came from this address.',
    remedy: 'Wait for the seconds in `Retry-After`.',
  },
  session_limit_reached: {
    status: 429,
    meaning: 'Too many sessions were started from this address.',
    remedy: 'Wait for the seconds in `Retry-After`, or go on with a session there is.',
  },
  admin_key_refused: {
    status: 401,
    meaning:
      'The path needs an admin key, and none that is valid came along: missing, wrong, revoked and expired look the same.',
    remedy:
      'Send one as `Authorization: Bearer`. `catb admin-key create` makes them; the setting `CATB_ADMIN_KEY` is one.',
  },
  analytics_unavailable: {
    status: 503,
    meaning: 'The server has no address of the role `catb_analyst` to read figures through.',
    remedy:
      'Where `DATABASE_URL` is an address of `catb_server`, set `CATB_ANALYST_DATABASE_URL` as well.',
  },
  not_ready: {
    status: 503,
    meaning: 'The server runs, and what it needs does not answer yet.',
    remedy: 'Try again in a moment.',
  },
  internal_error: {
    status: 500,
    meaning: 'Something went wrong that the server does not know how to tell.',
    remedy: 'Try again; if it goes on, tell whoever runs the server the id in `X-Request-Id`.',
  },
};
