/** In charge of what an endpoint is: one description for validation, types and the OpenAPI document. */
import type { Request, Response } from 'express';
import type { z } from 'zod';

/** An answer by status. */
export interface ResponseDescription {
  description: string;
  schema?: z.ZodType;
  /** Default `application/json`. */
  contentType?: string;
  /** The same as `text/csv` too, to whoever asks for it. */
  alsoCsv?: boolean;
}

/** What an endpoint's handler is given. */
export interface Call<Body, Query> {
  body: Body;
  query: Query;
  /** From `Authorization: Bearer`, or `sessionToken` in the body; empty where the endpoint needs none. */
  sessionToken: string;
  /** Unique for this request; in the header X-Request-Id and in the log. */
  requestId: string;
  request: Request;
  response: Response;
}

/** One path and method of the API. */
export interface Endpoint<Body = unknown, Query = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  /** For the document: the group it stands in. */
  tag: string;
  summary: string;
  description?: string;
  access: 'anyone' | 'session' | 'admin';
  /**
   * Whose key came along, for the log; runs before anything else of the request is read.
   *
   * @throws what refuses the request
   */
  admit?: (request: Request) => Promise<string>;
  body?: z.ZodType<Body>;
  query?: z.ZodType<Query>;
  responses: Record<number, ResponseDescription>;
  handle(call: Call<Body, Query>): Promise<void> | void;
}

/** Ties the types of body and query to the handler, then forgets them. */
export function endpoint<Body, Query>(description: Endpoint<Body, Query>): Endpoint {
  return description;
}
