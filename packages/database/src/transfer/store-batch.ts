/**
 * In charge of storing a batch of conversations in one transaction: COPY into temporary tables,
 * then one statement for sessions, imported conversations and messages.
 */
import type pg from 'pg';
import { conversationRows, messageRows, type ConversationBatch } from './conversation-batch.ts';
import { copyRows } from './copy-rows.ts';

/** What a batch added; the rest of it was there already. */
export interface StoredBatch {
  conversations: number;
  messages: number;
}

// Dropped at commit: behind a transaction pooler the next batch may run on another connection.
const stage = `
begin;
create temporary table staged_conversations (
    position integer not null,
    source text not null,
    conversation_id text not null,
    title text,
    meta jsonb,
    own_session_id uuid,
    message_count integer not null,
    session_id uuid not null default catb.uuid_v7()
) on commit drop;
create temporary table staged_messages (
    position integer not null,
    seq integer not null,
    token_count integer not null,
    role public.message_role not null,
    state public.message_state not null,
    content text not null
) on commit drop;
`;
const stagedConversations =
  'pg_temp.staged_conversations ' +
  '(position, source, conversation_id, title, meta, own_session_id, message_count)';
const stagedMessages = 'pg_temp.staged_messages (position, seq, token_count, role, state, content)';

// Claimed in the order of the key: two imports of the same conversations wait for each other, and
// never each for the other. The foreign keys are checked once the whole statement has run.
const store = `
with claimed as (
    insert into public.imported_conversations (session_id, source, conversation_id, title, meta)
    select staged.session_id, staged.source, staged.conversation_id, staged.title, staged.meta
    from pg_temp.staged_conversations staged
    where not exists (select from public.sessions s where s.id = staged.own_session_id)
    order by staged.source, staged.conversation_id, staged.position
    on conflict (source, conversation_id) do nothing
    returning session_id
), fresh as (
    select staged.session_id, staged.position, staged.message_count
    from claimed join pg_temp.staged_conversations staged using (session_id)
), opened as (
    insert into public.sessions (id, expires_at, last_seq, secret_sha256)
    select fresh.session_id, now() + interval '30 days', fresh.message_count, sha256(catb.new_secret())
    from fresh
    order by fresh.session_id
), said as (
    insert into public.messages (session_id, seq, token_count, role, state, content)
    select fresh.session_id, m.seq, m.token_count, m.role, m.state, m.content
    from fresh join pg_temp.staged_messages m using (position)
    order by fresh.session_id, m.seq
)
select count(*)::integer as conversations, coalesce(sum(fresh.message_count), 0)::integer as messages
from fresh;
commit`;

/**
 * Stores the conversations of the batch that are not there yet, all of them or none.
 *
 * @throws whatever the driver throws
 */
export async function storeBatch(
  client: pg.Client,
  batch: ConversationBatch,
): Promise<StoredBatch> {
  try {
    await client.query(stage);
    await copyRows(client, stagedConversations, conversationRows(batch));
    await copyRows(client, stagedMessages, messageRows(batch));
    // Two statements in one message, which the driver's types do not know to answer twice.
    const results = (await client.query(store)) as unknown as pg.QueryResult<StoredBatch>[];
    return results[0]?.rows[0] ?? { conversations: 0, messages: 0 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
