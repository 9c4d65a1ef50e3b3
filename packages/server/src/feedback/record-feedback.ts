/** `POST /feedback` */
import { recordFeedback, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { storedText } from '../http/stored-text.ts';

const bodySchema = z
  .strictObject({
    seq: z.int().min(1).max(2_147_483_647).describe('Of the answer.'),
    rating: z.enum(['up', 'down']),
    comment: storedText(2_000).optional(),
  })
  .meta({ id: 'Feedback' });

/** Stores what a person thinks of an answer. */
export function recordFeedbackEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'post',
    path: '/feedback',
    tag: 'Feedback',
    summary: 'Thumbs up or down for an answer',
    description: 'A second time replaces the first.',
    access: 'session',
    body: bodySchema,
    responses: { 200: { description: 'What was stored.', schema: bodySchema } },
    async handle({ sessionToken, body, response }) {
      await recordFeedback(database, { sessionToken, ...body });
      response.json(body);
    },
  });
}
