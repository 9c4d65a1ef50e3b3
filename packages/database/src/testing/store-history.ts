/** In charge of histories that no turn made: any states and lengths, in one statement. */
import type { TestDatabase } from './test-database.ts';

/** A message as it is to be stored; `seq` is its place in the list, from 1. */
export interface StoredMessage {
  role: 'user' | 'assistant';
  state: 'pending' | 'streaming' | 'complete' | 'aborted' | 'failed';
  content: string;
  tokenCount: number;
}

/** Writes the messages into a session that has none yet, as its owner. */
export async function storeHistory(
  database: TestDatabase,
  sessionId: string,
  messages: readonly StoredMessage[],
): Promise<void> {
  await database.pool.query(
    `insert into public.messages (session_id, seq, role, state, content, token_count, attempt_id)
     select $1, m.seq, m.role, m.state, m.content, m."tokenCount",
            case when m.state in ('pending', 'streaming') then gen_random_uuid() end
     from jsonb_to_recordset($2) as m(
         seq integer, role public.message_role, state public.message_state, content text, "tokenCount" integer)`,
    [sessionId, JSON.stringify(messages.map((message, index) => ({ ...message, seq: index + 1 })))],
  );
  await database.pool.query('update public.sessions set last_seq = $2 where id = $1', [
    sessionId,
    messages.length,
  ]);
}

/** Questions and answers in turn, `tokenCount` tokens each. */
export function evenHistory(length: number, tokenCount = 10): StoredMessage[] {
  return Array.from({ length }, (_, index) => ({
    role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
    state: 'complete' as const,
    content: `message ${index + 1}`,
    tokenCount,
  }));
}
