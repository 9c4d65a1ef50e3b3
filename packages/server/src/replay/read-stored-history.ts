/** In charge of reading a whole history through the API, page by page. */
import { z } from 'zod';
import { callApi, CallError, type ApiTarget } from './call-api.ts';

const pageSchema = z.object({
  messages: z.array(
    z.object({ seq: z.int(), role: z.string(), state: z.string(), content: z.string() }),
  ),
  nextBefore: z.int().nullable(),
});

/** A message as the API gives it back. */
export type HistoryMessage = z.infer<typeof pageSchema>['messages'][number];

const pageSize = 200;

/**
 * Every message of a session, oldest first.
 *
 * @throws CallError, also with `answer_malformed` when a page does not lead further back
 */
export async function readStoredHistory(
  target: ApiTarget,
  sessionToken: string,
): Promise<HistoryMessage[]> {
  const pages: HistoryMessage[][] = [];
  let before: number | null = null;
  do {
    const { answer }: { answer: z.infer<typeof pageSchema> } = await callApi(target, {
      method: 'GET',
      path: `/session/history?limit=${pageSize}${before === null ? '' : `&before=${before}`}`,
      sessionToken,
      answer: pageSchema,
    });
    if (before !== null && answer.nextBefore !== null && answer.nextBefore >= before) {
      throw new CallError('answer_malformed');
    }
    pages.unshift(answer.messages);
    before = answer.nextBefore;
  } while (before !== null);
  return pages.flat();
}
