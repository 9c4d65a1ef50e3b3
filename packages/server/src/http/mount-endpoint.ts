/** In charge of putting an endpoint on the app: token, body and query are read and checked before it runs. */
import type { Express, Request } from 'express';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { Endpoint } from './endpoint.ts';
import { requestIdOf } from './request-id.ts';

/** Makes the app answer at the endpoint's path and method. */
export function mountEndpoint(app: Express, endpoint: Endpoint): void {
  app[endpoint.method](endpoint.path, async (request, response) => {
    if (endpoint.access === 'admin') response.set('Cache-Control', 'no-store');
    if (endpoint.admit) response.locals['admin'] = await endpoint.admit(request);
    const { sessionToken, body } = takeToken(request, endpoint);
    await endpoint.handle({
      sessionToken,
      body: check(endpoint.body, body ?? {}, 'body'),
      query: check(endpoint.query, request.query, 'query'),
      requestId: requestIdOf(response),
      request,
      response,
    });
  });
}

function takeToken(request: Request, endpoint: Endpoint): { sessionToken: string; body: unknown } {
  const body: unknown = request.body;
  if (endpoint.access !== 'session') return { sessionToken: '', body };
  const bearer = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
  if (typeof body !== 'object' || body === null || !('sessionToken' in body)) {
    return { sessionToken: bearer ?? '', body };
  }
  const { sessionToken, ...rest } = body;
  if (bearer === undefined && typeof sessionToken !== 'string') {
    throw invalid('sessionToken: expected a string');
  }
  if (bearer !== undefined && sessionToken !== bearer) {
    throw invalid('sessionToken: differs from the token in the Authorization header');
  }
  return { sessionToken: bearer ?? (sessionToken as string), body: rest };
}

function check(schema: z.ZodType | undefined, value: unknown, where: 'body' | 'query'): unknown {
  if (schema === undefined) return value;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || where}: ${issue.message}`);
  throw invalid(reasons.join('; '));
}

function invalid(details: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'request_invalid',
    message: 'The request is not valid.',
    details: details.slice(0, 500),
    hint: 'See the details for what is wrong, and /docs for what is expected.',
  });
}
