/** `PUT /preferences` */
import { setPreferences, type Database } from '@catb/database';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { preferencesSchema } from './preferences-schema.ts';

/** Replaces the cat's profile and how Mu should speak. */
export function setPreferencesEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'put',
    path: '/preferences',
    tag: 'Preferences',
    summary: "Replace the cat's profile and how Mu should speak",
    access: 'session',
    body: preferencesSchema,
    responses: { 200: { description: 'What is set now.', schema: preferencesSchema } },
    async handle({ sessionToken, body, response }) {
      response.json(await setPreferences(database, { sessionToken, preferences: body }));
    },
  });
}
