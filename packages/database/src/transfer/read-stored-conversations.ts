/** In charge of reading stored conversations with cursors: a few rows at a time, whatever there is. */
import type pg from 'pg';
import type { MessageRole, MessageState } from '../rows.generated.ts';
import { ownSource } from './conversation-batch.ts';

/** A conversation as the tables hold it. */
export interface StoredConversation {
  source: string;
  conversationId: string;
  title: string | null;
  meta: Record<string, unknown> | null;
  /** To be read to its end before the next conversation is asked for. */
  messages: AsyncIterable<StoredMessage>;
}

/** A message as the table holds it. */
export interface StoredMessage {
  seq: number;
  role: MessageRole;
  content: string;
  state: MessageState;
  createdAt: Date;
}

interface ConversationRow {
  session_id: string;
  source: string;
  conversation_id: string;
  title: string | null;
  meta: Record<string, unknown> | null;
}

interface MessageRow {
  position: number;
  seq: number;
  role: MessageRole;
  content: string;
  state: MessageState;
  created_at: Date;
}

const conversationsAtOnce = 200;
const messagesAtOnce = 1_000;

// In an order that is the same in every database, whatever its collation and its ids.
const openConversations = `
declare conversations no scroll cursor for
select s.id as session_id, coalesce(i.source, '${ownSource}') as source,
       coalesce(i.conversation_id, s.id::text) as conversation_id, i.title, i.meta
from public.sessions s
left join public.imported_conversations i on i.session_id = s.id
where ($1::text is null or coalesce(i.source, '${ownSource}') = $1)
  and exists (select from public.messages m where m.session_id = s.id)
order by coalesce(i.source, '${ownSource}') collate "C",
         coalesce(i.conversation_id, s.id::text) collate "C", s.id`;

const openMessages = `
declare messages no scroll cursor for
select chosen.position::integer, m.seq, m.role, m.content, m.state, m.created_at
from unnest($1::uuid[]) with ordinality as chosen (session_id, position)
join public.messages m on m.session_id = chosen.session_id
order by chosen.position, m.seq`;

/**
 * The conversations of one source, or of all, in the order of source and conversation id. Sessions
 * in which nothing was said are left out.
 *
 * @param client In a transaction, which also decides what is seen.
 */
export async function* readStoredConversations(
  client: pg.Client,
  source: string | undefined,
): AsyncGenerator<StoredConversation, void, undefined> {
  await client.query(openConversations, [source ?? null]);
  for (;;) {
    const { rows } = await client.query<ConversationRow>(
      `fetch ${conversationsAtOnce} from conversations`,
    );
    if (rows.length === 0) return;
    await client.query(openMessages, [rows.map((row) => row.session_id)]);
    const all = readRows(client);
    let next = await all.next();
    const messagesAt = async function* (position: number): AsyncGenerator<StoredMessage> {
      while (next.done !== true && next.value.position === position) {
        const { seq, role, content, state, created_at: createdAt } = next.value;
        yield { seq, role, content, state, createdAt };
        next = await all.next();
      }
    };
    for (const [index, row] of rows.entries()) {
      const { source: from, conversation_id: conversationId, title, meta } = row;
      yield { source: from, conversationId, title, meta, messages: messagesAt(index + 1) };
    }
    await client.query('close messages');
  }
}

async function* readRows(client: pg.Client): AsyncGenerator<MessageRow, void, undefined> {
  for (;;) {
    const { rows } = await client.query<MessageRow>(`fetch ${messagesAtOnce} from messages`);
    yield* rows;
    if (rows.length < messagesAtOnce) return;
  }
}
