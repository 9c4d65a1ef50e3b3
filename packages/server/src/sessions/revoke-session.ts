/** `POST /session/revoke` */
import { revokeSession, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';

/** Ends a session without deleting what was said. */
export function revokeSessionEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'post',
    path: '/session/revoke',
    tag: 'Sessions',
    summary: 'End the session',
    description:
      'The token is refused from now on. What was said stays; DELETE /session erases it.',
    access: 'session',
    body: z.strictObject({}),
    responses: {
      200: {
        description: 'When it was ended.',
        schema: z.object({ revokedAt: z.iso.datetime() }),
      },
    },
    async handle({ sessionToken, response }) {
      const revokedAt = await revokeSession(database, sessionToken);
      response.json({ revokedAt: revokedAt.toISOString() });
    },
  });
}
