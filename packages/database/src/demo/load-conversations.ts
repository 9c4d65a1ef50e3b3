/** In charge of which conversations a demo is made of: a file's, those imported, or our own. */
import type pg from 'pg';
import { CatbError } from '../errors.ts';
import type { TriageCategory } from '../rows.generated.ts';
import { countTokens } from '../tokens/index.ts';
import { readConversations, type ConversationInput } from '../transfer/read-conversations.ts';
import { weighConversation } from '../transfer/weigh-conversation.ts';
import { ownConversations } from './conversations/index.ts';
import type { DemoConversation, WeighedExchange } from './demo-conversation.ts';
import type { ConversationsByTriage } from './plan-visits.ts';

/** Where the conversations came from. */
export type DemoOrigin = 'file' | 'imported' | 'own';

/** Conversations, and how much there was of them. */
export interface LoadedConversations {
  origin: DemoOrigin;
  conversations: ConversationsByTriage;
}

/** More would not make a demo any livelier. */
const enoughConversations = 500;

/** A message as it was stored or read; whatever else it has does not matter. */
interface Said {
  role: 'user' | 'assistant';
  state: string;
  content: string;
  tokenCount: number;
}

interface ImportedRow {
  title: string | null;
  messages: Said[];
}

// Those with the ids that come first: the same conversations make the same demo.
const imported = `
  select i.title, m.messages
  from (
      select i.session_id, i.title from public.imported_conversations i
      order by i.source collate "C", i.conversation_id collate "C"
      limit $1) i
  cross join lateral (
      select json_agg(json_build_object('role', m.role, 'state', m.state, 'content', m.content,
                 'tokenCount', m.token_count) order by m.seq) as messages
      from public.messages m where m.session_id = i.session_id and m.seq <= 60) m
  where m.messages is not null`;

/**
 * Loads the conversations of the file if there is one, else those that were imported into the
 * database, else our own. There is no demo yet, so that none is made of another.
 *
 * @throws CatbError `DEMO_SOURCE_EMPTY` when the file has none with a message and its answer
 */
export async function loadConversations(
  client: pg.Client,
  file: ConversationInput | undefined,
): Promise<LoadedConversations> {
  if (file !== undefined) {
    const found = await readFile(file);
    if (found.length > 0) return { origin: 'file', conversations: new Map([['any', found]]) };
    throw new CatbError({
      code: 'DEMO_SOURCE_EMPTY',
      message: 'No conversation of the file has a message and an answer to it.',
      hint: 'Give a file that catb import takes, or none: then the demo has conversations of its own.',
    });
  }
  const { rows } = await client.query<ImportedRow>(imported, [enoughConversations]);
  const found = rows.flatMap(({ title, messages }) => toConversation(title, messages));
  if (found.length > 0) return { origin: 'imported', conversations: new Map([['any', found]]) };
  return { origin: 'own', conversations: weighOwn() };
}

async function readFile(file: ConversationInput): Promise<DemoConversation[]> {
  const found: DemoConversation[] = [];
  for await (const { read } of readConversations(file)) {
    const weighed = 'reason' in read ? read.reason : weighConversation(read.conversation);
    if (typeof weighed !== 'string') found.push(...toConversation(weighed.title, weighed.messages));
    if (found.length >= enoughConversations) break;
  }
  return found;
}

/** The messages that were answered, each with its answer. */
function toConversation(title: string | null, messages: readonly Said[]): DemoConversation[] {
  const exchanges = messages.flatMap((message, index): WeighedExchange[] => {
    const answer = messages[index + 1];
    if (message.role !== 'user' || answer?.role !== 'assistant' || answer.state !== 'complete') {
      return [];
    }
    return [
      {
        message: message.content,
        messageTokens: message.tokenCount,
        reply: answer.content,
        replyTokens: answer.tokenCount,
      },
    ];
  });
  return exchanges.length === 0 ? [] : [{ title, triage: null, exchanges }];
}

function weighOwn(): ConversationsByTriage {
  const byTriage = new Map<TriageCategory | 'any', DemoConversation[]>();
  for (const conversation of ownConversations) {
    const triage = conversation.triage ?? 'any';
    const exchanges = conversation.exchanges.map(({ message, reply }) => ({
      message,
      reply,
      messageTokens: countTokens(message),
      replyTokens: countTokens(reply),
    }));
    byTriage.set(triage, [...(byTriage.get(triage) ?? []), { ...conversation, exchanges }]);
  }
  return byTriage;
}
