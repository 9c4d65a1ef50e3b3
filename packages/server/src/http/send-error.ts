/** In charge of answering with an error. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ApiError, toApiError } from './api-error.ts';

/** Answers with this error; does nothing when the answer has begun already. */
export function sendError(response: Response, error: ApiError): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error.retryAfterSeconds !== undefined) {
    response.set('Retry-After', String(error.retryAfterSeconds));
  }
  if (error.status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.status(error.status).json(error.body);
}

/** The last handler: whatever was thrown becomes an answer. */
export const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const answer = toApiError(error);
  // The log's own middleware writes it, without the message of the cause.
  response.locals['error'] = answer;
  sendError(response, answer);
};

/** The handler for what no route took. */
export const answerNotFound: RequestHandler = (request, _response, next) => {
  next(
    new ApiError({
      status: 404,
      code: 'not_found',
      message: `There is no ${request.method} ${request.path.slice(0, 100)} here.`,
      hint: 'The paths are listed in /openapi.json and, to read, at /docs.',
    }),
  );
};
