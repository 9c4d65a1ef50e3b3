/** `POST /session/create` */
import { createSession, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { sessionTokenJson, sessionTokenSchema } from './session-token-schema.ts';

/** Starts a session. */
export function createSessionEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'post',
    path: '/session/create',
    tag: 'Sessions',
    summary: 'Start a session',
    access: 'anyone',
    body: z.strictObject({}),
    responses: { 201: { description: 'The session and its token.', schema: sessionTokenSchema } },
    async handle({ response }) {
      response.status(201).json(sessionTokenJson(await createSession(database)));
    },
  });
}
