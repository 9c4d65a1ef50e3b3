/** In charge of importing conversation files: reads, checks and counts while the database stores. */
import { DatabaseError, type Client } from 'pg';
import type { CatbError } from '../errors.ts';
import { loadEncoding } from '../tokens/index.ts';
import { withOwnConnection } from './connect.ts';
import { addToBatch, createBatch, isFull, type ConversationBatch } from './conversation-batch.ts';
import { readConversations, type ConversationInput } from './read-conversations.ts';
import { storeBatch } from './store-batch.ts';
import { toTransferError } from './transfer-error.ts';
import { weighConversation } from './weigh-conversation.ts';

/** A line that was not imported. */
export interface BadLine {
  /** From 1, empty lines counted. */
  line: number;
  /** One sentence; quotes nothing of the line. */
  reason: string;
}

/** How far an import has come. */
export interface ImportProgress {
  /** Bytes of the input that were read. */
  bytes: number;
  /** Lines with something on them. */
  lines: number;
  /** Conversations that were stored. */
  conversations: number;
  messages: number;
  /** Conversations that were in the database already. */
  skipped: number;
  badLines: number;
}

/** What an import did. */
export interface ImportReport extends ImportProgress {
  seconds: number;
  messagesPerSecond: number;
}

/** What to import, and where. */
export interface ImportOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  input: ConversationInput;
  /** Messages after which a batch is stored; default 4,000, where a transaction's cost is lost. */
  batchMessages?: number | undefined;
  /** Is told after each batch. */
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Is told of each bad line. They come in order, but for what the database itself refused. */
  onBadLine?: ((bad: BadLine) => void) | undefined;
}

/** From so many new messages on, the planner's statistics are worth bringing up to date. */
const manyMessages = 1_000;

/**
 * Imports conversations from JSON Lines of any length, in constant memory. Each conversation
 * becomes a session that nobody has a token of; its messages get `seq` 1 to n in the file's order
 * and the time of the import, so that times agree with the ids. What was imported before, by source
 * and conversation id, is skipped, and so is a session of this very database that comes back in an
 * export of it. What the tables have no column for stays behind: speakers and times of messages.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`: what was stored until then stays, and
 *   running it again does the rest. An error of Node's when the input can't be read.
 */
export async function importConversations(options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const progress: ImportProgress = {
    bytes: 0,
    lines: 0,
    conversations: 0,
    messages: 0,
    skipped: 0,
    badLines: 0,
  };
  await withOwnConnection(options.url, 'catb import', async (client) => {
    await importOn(client, options, progress);
  });
  const seconds = (performance.now() - started) / 1_000;
  return { ...progress, seconds, messagesPerSecond: progress.messages / seconds };
}

async function importOn(
  client: Client,
  { input, batchMessages = 4_000, onProgress, onBadLine }: ImportOptions,
  progress: ImportProgress,
): Promise<void> {
  const report = (line: number, reason: string): void => {
    progress.badLines += 1;
    onBadLine?.({ line, reason });
  };

  const store = async (batch: ConversationBatch): Promise<void> => {
    if (batch.entries.length === 0) return;
    try {
      const stored = await storeBatch(client, batch);
      progress.conversations += stored.conversations;
      progress.messages += stored.messages;
      progress.skipped += batch.entries.length - stored.conversations;
    } catch (error) {
      if (!isAboutTheData(error)) throw interrupted(error, progress);
      const [first, ...others] = batch.entries;
      if (first !== undefined && others.length === 0) {
        report(first.line, `The database refused it (SQLSTATE ${error.code}).`);
        return;
      }
      // One by one, so that one conversation doesn't keep out the rest of its batch.
      for (const entry of batch.entries) await store(createBatch([entry]));
    }
    onProgress?.({ ...progress });
  };

  // One batch is stored while the next one is read: two cores, and no more than two in memory.
  let storing = Promise.resolve();
  try {
    let batch = createBatch();
    loadEncoding();
    for await (const { line, end, read } of readConversations(input)) {
      progress.bytes = end;
      progress.lines += 1;
      const weighed = 'reason' in read ? read.reason : weighConversation(read.conversation);
      if (typeof weighed === 'string') {
        report(line, weighed);
        continue;
      }
      addToBatch(batch, { line, conversation: weighed });
      if (!isFull(batch, batchMessages)) continue;
      await storing;
      storing = store(batch);
      // It is awaited above or below; until then its failure must not count as unhandled.
      storing.catch(() => undefined);
      batch = createBatch();
    }
    await storing;
    storing = store(batch);
  } finally {
    await storing;
  }
  if (progress.messages >= manyMessages) {
    await client.query('analyze public.sessions, public.messages, public.imported_conversations');
  }
}

/** Data exception, integrity constraint violation, program limit exceeded: the row's fault. */
function isAboutTheData(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && /^(22|23|54)/.test(error.code ?? '');
}

function interrupted(error: unknown, { conversations }: ImportProgress): CatbError {
  const stored = `${conversations.toLocaleString('en')} were stored until then.`;
  const hint = `${stored} Run the import again: what was stored is skipped, and the rest goes in.`;
  return toTransferError(error, 'import conversations', hint);
}
