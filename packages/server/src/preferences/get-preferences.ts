/** `GET /preferences` */
import { getPreferences, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { preferencesSchema } from './preferences-schema.ts';

/** Reads the cat's profile and how Mu should speak. */
export function getPreferencesEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/preferences',
    tag: 'Preferences',
    summary: "The cat's profile and how Mu should speak",
    access: 'session',
    query: z.strictObject({}),
    responses: {
      200: { description: 'What was set; {} when nothing was.', schema: preferencesSchema },
    },
    async handle({ sessionToken, response }) {
      response.json(await getPreferences(database, sessionToken));
    },
  });
}
