/** `GET /session/history` */
import { sessionHistory, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';
import { triageSchema } from '../chat/triage-schema.ts';
import { describeFlags } from '../triage/describe-flags.ts';
import type { TriageRulesCache } from '../triage/triage-rules-cache.ts';

const messageSchema = z
  .object({
    seq: z.int().min(1).describe('Order in the session; the answer to message n is n + 1.'),
    role: z.enum(['user', 'assistant']),
    state: z.enum(['pending', 'streaming', 'complete', 'aborted', 'failed']),
    content: z.string(),
    tokenCount: z.int().min(0),
    truncated: z.boolean().describe('The answer was cut at 300 tokens.'),
    createdAt: z.iso.datetime(),
    triage: triageSchema.nullable().describe("Of a person's message."),
    feedback: z
      .object({ rating: z.enum(['up', 'down']), comment: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Message' });

const querySchema = z.strictObject({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('A seq; default: the end.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Messages a page.'),
});

/** Reads a page of the conversation. */
export function sessionHistoryEndpoint(
  database: Database,
  triageRules: TriageRulesCache,
): Endpoint {
  return endpoint({
    method: 'get',
    path: '/session/history',
    tag: 'Sessions',
    summary: 'A page of the conversation, oldest first',
    description:
      'The newest `limit` messages before `before`. A failed read is an error, never an empty page.',
    access: 'session',
    query: querySchema,
    responses: {
      200: {
        description: 'The page.',
        schema: z.object({
          messages: z.array(messageSchema),
          nextBefore: z
            .int()
            .nullable()
            .describe('`before` for the page that came earlier; null at the start.'),
        }),
      },
    },
    async handle({ sessionToken, query, response }) {
      const page = await sessionHistory(database, { sessionToken, ...query });
      const { rules } = await triageRules.current();
      response.json({
        ...page,
        messages: page.messages.map(({ triage, ...message }) => ({
          ...message,
          triage: triage && { ...triage, redFlags: describeFlags(triage.redFlags, rules) },
        })),
      });
    },
  });
}
