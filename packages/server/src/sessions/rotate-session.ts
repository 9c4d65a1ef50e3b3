/** `POST /session/rotate` */
import { rotateSessionToken, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { sessionTokenJson, sessionTokenSchema } from './session-token-schema.ts';

/** Replaces the token of a session. */
export function rotateSessionEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'post',
    path: '/session/rotate',
    tag: 'Sessions',
    summary: "Replace the session's token",
    description: 'The old token is refused from now on; the new one is good for 30 days.',
    access: 'session',
    body: z.strictObject({}),
    responses: { 200: { description: 'The new token.', schema: sessionTokenSchema } },
    async handle({ sessionToken, response }) {
      response.json(sessionTokenJson(await rotateSessionToken(database, sessionToken)));
    },
  });
}
