/** In charge of how a session's token is shown by the API. */
import type { SessionToken } from '@catb/database';
import { z } from 'zod';

/** A session and its token, which is shown once. */
export const sessionTokenSchema = z
  .object({
    sessionId: z.uuid(),
    sessionToken: z.string().describe('`catb_` and 64 URL-safe letters; only its hash is stored.'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'SessionToken' });

/** The same, as JSON has it. */
export function sessionTokenJson(token: SessionToken): z.infer<typeof sessionTokenSchema> {
  return { ...token, expiresAt: token.expiresAt.toISOString() };
}
