/** In charge of exporting conversations in the format that the import reads. */
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseError } from 'pg';
import { withOwnConnection } from './connect.ts';
import { readStoredConversations, type StoredConversation } from './read-stored-conversations.ts';
import { toTransferError } from './transfer-error.ts';

/** How far an export has come. */
export interface ExportProgress {
  conversations: number;
  messages: number;
}

/** What an export wrote. */
export interface ExportReport extends ExportProgress {
  bytes: number;
  seconds: number;
}

/** What to export, and where to. */
export interface ExportOptions {
  /** The connection string of the owner of the tables. */
  url: string;
  /** Is written to and left open. */
  output: Writable;
  /** Only conversations of this source; `catb` for those that were not imported. Default: all. */
  source?: string | undefined;
  /** Is told now and then. */
  onProgress?: ((progress: ExportProgress) => void) | undefined;
}

/** Pieces are gathered to about this many UTF-16 units before they are written. */
const enoughToWrite = 64 * 1024;

/**
 * Writes conversations as JSON Lines, in constant memory and as they were at one moment:
 * `{conversation_id, source, title, …, messages: [{seq, role, content, state, createdAt}]}`, where
 * `…` is what the line that was imported said besides. A conversation that was not imported has its
 * session's id and the source `catb`. The order is that of source and conversation id.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`; an error of Node's when `output` fails
 */
export async function exportConversations(options: ExportOptions): Promise<ExportReport> {
  const started = performance.now();
  const progress: ExportProgress = { conversations: 0, messages: 0 };
  let bytes = 0;
  await withOwnConnection(options.url, 'catb export', async (client) => {
    const write = async function* (): AsyncGenerator<Buffer> {
      await client.query('begin isolation level repeatable read, read only');
      let pending = '';
      const conversations = readStoredConversations(client, options.source);
      for await (const piece of writeLines(conversations, progress)) {
        pending += piece;
        if (pending.length < enoughToWrite) continue;
        const chunk = Buffer.from(pending);
        pending = '';
        bytes += chunk.length;
        yield chunk;
        options.onProgress?.({ ...progress });
      }
      await client.query('commit');
      const last = Buffer.from(pending);
      bytes += last.length;
      if (last.length > 0) yield last;
    };
    try {
      // One chunk waits at most: what is not written yet is not read yet.
      const text = Readable.from(write(), { highWaterMark: 1 });
      await pipeline(text, options.output, { end: false });
    } catch (error) {
      if (!isOfDatabase(error)) throw error;
      throw toTransferError(error, 'export conversations', 'Run the export again.');
    }
  });
  return { ...progress, bytes, seconds: (performance.now() - started) / 1_000 };
}

/** The text of the export, in pieces: a line with a long conversation comes in many. */
async function* writeLines(
  conversations: AsyncIterable<StoredConversation>,
  progress: ExportProgress,
): AsyncGenerator<string, void, undefined> {
  for await (const { conversationId, source, title, meta, messages } of conversations) {
    const head = JSON.stringify({ conversation_id: conversationId, source, title, ...meta });
    yield `${head.slice(0, -1)},"messages":[`;
    let separator = '';
    for await (const message of messages) {
      yield separator + JSON.stringify(message);
      separator = ',';
      progress.messages += 1;
    }
    yield ']}\n';
    progress.conversations += 1;
  }
}

/** A lost connection is an Error of the driver with no code of the file system. */
function isOfDatabase(error: unknown): boolean {
  if (error instanceof DatabaseError) return true;
  return error instanceof Error && /^Connection terminated|not queryable/.test(error.message);
}
