/**
 * In charge of what is logged of a request: method, route, status, time, the name of an admin key and
 * the error's code. Never a body, a query, a token or the text of an error that may quote one.
 */
import { DatabaseError } from '@catb/database';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ApiError } from './api-error.ts';
import { requestIdOf } from './request-id.ts';

/** Logs every request when its answer has ended. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.once('close', () => {
      const error: unknown = response.locals['error'];
      const admin: unknown = response.locals['admin'];
      const facts = {
        requestId: requestIdOf(response),
        method: request.method,
        path: request.path.slice(0, 100),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        ...(response.writableFinished ? {} : { hungUp: true }),
        ...(admin === undefined ? {} : { admin }),
        ...(error instanceof ApiError ? { error: describeError(error) } : {}),
      };
      if (response.statusCode >= 500) log.error(facts, 'request failed');
      else log.info(facts, 'request');
    });
    next();
  };
}

/** What of an error is safe in a log: codes, names and where it was thrown. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof ApiError) {
    return { code: error.body.code, ...(error.cause ? { cause: describeError(error.cause) } : {}) };
  }
  if (error instanceof DatabaseError) {
    const { code, schema, table, constraint, routine } = error;
    return { sqlstate: code, schema, table, constraint, routine };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    code,
    at: error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim(),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
