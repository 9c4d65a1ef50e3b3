/** In charge of the id by which a request is found again in the log. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Gives every request an id of our own making and tells it in X-Request-Id. */
export const giveRequestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals['requestId'] = id;
  response.set('X-Request-Id', id);
  next();
};

/** The id of the request that this is the response to. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
}
