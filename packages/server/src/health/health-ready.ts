/** `GET /health/ready` */
import { triageRulesCurrent, type Database } from '@catb/database';
import { z } from 'zod';
import { ApiError } from '../http/api-error.ts';
import { endpoint, type Endpoint } from '../http/endpoint.ts';

/** Says whether a turn could be answered now: the database is asked for what every turn needs. */
export function healthReadyEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'get',
    path: '/health/ready',
    tag: 'Health',
    summary: 'Whether a turn could be answered now',
    access: 'anyone',
    responses: {
      200: {
        description: 'It could.',
        schema: z.object({ status: z.literal('ready'), triageRulesVersion: z.int() }),
      },
      503: { description: 'It could not; the body is an error.' },
    },
    async handle({ response }) {
      const rules = await triageRulesCurrent(database).catch((cause: unknown) => {
        throw new ApiError(
          {
            status: 503,
            code: 'not_ready',
            message: 'The database can not be reached, or is not migrated.',
            hint: 'Try again in a moment; if it goes on, run catb migrate status.',
            retryAfterSeconds: 2,
          },
          cause,
        );
      });
      response.json({ status: 'ready', triageRulesVersion: rules.version });
    },
  });
}
