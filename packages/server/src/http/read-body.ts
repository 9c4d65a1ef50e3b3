/** In charge of letting only small JSON objects in UTF-8 in. */
import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { ApiError } from './api-error.ts';

const json = express.json({
  limit: '256kb',
  strict: true,
  // The parser would store replacement characters for what is no UTF-8: someone's words, altered.
  verify: (_request, _response, buffer) => {
    // The parser makes `entity.verify.failed` of it, which becomes body_not_utf8.
    if (!isUtf8(buffer)) throw new Error('not UTF-8');
  },
});

/** Parses the body of a request, if it has one. */
export const readBody: RequestHandler = (request, response, next) => {
  const hasBody =
    Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding');
  if (hasBody && !request.is('application/json')) {
    next(
      new ApiError({
        status: 415,
        code: 'content_type_unsupported',
        message: 'The body is not JSON.',
        hint: 'Send it as Content-Type: application/json.',
      }),
    );
    return;
  }
  json(request, response, next);
};
