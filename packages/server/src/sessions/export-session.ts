/** `GET /session/export` */
import { exportSession, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';

/** Hands out everything held about a session. */
export function exportSessionEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/session/export',
    tag: 'Sessions',
    summary: 'Everything held about the session',
    access: 'session',
    query: z.strictObject({}),
    responses: {
      200: {
        description: 'One JSON document, format `catb-session-1`, as an attachment.',
        schema: z.looseObject({ format: z.literal('catb-session-1') }),
      },
    },
    async handle({ sessionToken, response }) {
      const document = await exportSession(database, sessionToken);
      response.type('application/json').attachment('catb-session.json').send(document);
    },
  });
}
