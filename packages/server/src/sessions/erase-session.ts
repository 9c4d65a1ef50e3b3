/** `DELETE /session` */
import { eraseSession, type Database } from '@catb/database';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint.ts';

const count = z.int().min(0);

const receiptSchema = z
  .object({
    receipt: z.uuid().describe('Names nobody; the audit log has an entry of this id.'),
    erasedAt: z.iso.datetime(),
    erased: z.object({
      messages: count,
      modelCalls: count,
      feedback: count,
      preferences: count,
      summaries: count,
    }),
  })
  .meta({ id: 'ErasureReceipt' });

/** Erases everything about a session. */
export function eraseSessionEndpoint(database: Database): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/session',
    tag: 'Sessions',
    summary: 'Erase everything about the session',
    access: 'session',
    body: z.strictObject({}),
    responses: { 200: { description: 'What was erased.', schema: receiptSchema } },
    async handle({ sessionToken, response }) {
      const receipt = await eraseSession(database, sessionToken);
      response.json({ ...receipt, erasedAt: receipt.erasedAt.toISOString() });
    },
  });
}
