/** In charge of gathering conversations until they are worth a transaction. */
import { copyLine } from './copy-rows.ts';
import type { WeighedConversation } from './weigh-conversation.ts';

/** Long messages fill a batch sooner, so that memory stays bounded. UTF-16 units. */
const enoughText = 4 * 1024 * 1024;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The source of conversations that were not imported: their id is that of their session. */
export const ownSource = 'catb';

/** A conversation and the line it came from. */
export interface BatchEntry {
  line: number;
  conversation: WeighedConversation;
}

/** Whole conversations that are stored together or not at all. */
export interface ConversationBatch {
  entries: BatchEntry[];
  messageCount: number;
  textLength: number;
}

/** A batch of these conversations. */
export function createBatch(entries: readonly BatchEntry[] = []): ConversationBatch {
  const batch: ConversationBatch = { entries: [], messageCount: 0, textLength: 0 };
  for (const entry of entries) addToBatch(batch, entry);
  return batch;
}

/** Adds a conversation. */
export function addToBatch(batch: ConversationBatch, entry: BatchEntry): void {
  batch.entries.push(entry);
  batch.messageCount += entry.conversation.messages.length;
  for (const { content } of entry.conversation.messages) batch.textLength += content.length;
}

/** Whether it is time to store the batch: it has this many messages, or much text. */
export function isFull(batch: ConversationBatch, enoughMessages: number): boolean {
  return batch.messageCount >= enoughMessages || batch.textLength >= enoughText;
}

/** Rows of `staged_conversations`: position, source, conversation_id, title, meta, own session, messages. */
export function conversationRows({ entries }: ConversationBatch): string {
  return entries
    .map(({ conversation: { source, conversationId, title, meta, messages } }, position) =>
      copyLine([
        position,
        source,
        conversationId,
        title,
        meta === null ? null : JSON.stringify(meta),
        source === ownSource && uuid.test(conversationId) ? conversationId : null,
        messages.length,
      ]),
    )
    .join('');
}

/** Rows of `staged_messages`: position, seq, token count, role, state, content. */
export function messageRows({ entries }: ConversationBatch): string {
  return entries
    .map(({ conversation: { messages } }, position) =>
      messages
        .map(({ tokenCount, role, state, content }, index) =>
          copyLine([position, index + 1, tokenCount, role, state, content]),
        )
        .join(''),
    )
    .join('');
}
