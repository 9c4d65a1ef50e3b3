/** In charge of what a turn comes to: the body of POST /chat and of the event `done`. */
import { z } from 'zod';
import { triageSchema } from './triage-schema.ts';

const tokens = z.int().min(0);

/** The answer to a message. */
export const turnOutcomeSchema = z
  .object({
    seq: z
      .int()
      .min(2)
      .describe("The answer's place in the session; the message is the one before it."),
    reply: z
      .string()
      .describe(
        'At most 300 tokens. In an emergency it begins with the call to a vet; it ends with the disclaimer.',
      ),
    state: z
      .enum(['complete', 'failed', 'aborted'])
      .describe('failed: the reply is an apology; the same idempotency key asks again.'),
    triage: triageSchema,
    usage: z
      .object({
        inputTokens: tokens,
        cachedInputTokens: tokens,
        cacheWriteTokens: tokens,
        outputTokens: tokens,
        certainty: z.enum(['exact', 'estimated', 'unknown']),
      })
      .nullable()
      .describe('Four buckets that never overlap; null for an answer that was given before.'),
    truncated: z.boolean(),
    model: z.object({
      provider: z.string().describe('`offline-guide` when no model is set up.'),
      name: z.string(),
    }),
    notice: z
      .enum(['budget_spent'])
      .nullable()
      .describe(
        'budget_spent: the offline guide answers because a budget is spent, and the reply says so; null for an answer that was given before.',
      ),
  })
  .meta({ id: 'Reply' });

/** The same, as a value. */
export type TurnOutcome = z.infer<typeof turnOutcomeSchema>;
