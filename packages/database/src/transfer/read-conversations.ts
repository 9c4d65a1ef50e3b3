/** In charge of reading a conversation file, line by line, in constant memory. */
import { createReadStream } from 'node:fs';
import { parseConversation, type Conversation } from './parse-conversation.ts';
import { readLines } from './read-lines.ts';

/** A file's path, or its bytes as they come. */
export type ConversationInput = string | AsyncIterable<Buffer | string>;

/**
 * Between two chunks the database's answers are heard. Node's default of 64 KiB is 10 ms of counting
 * tokens, which each of a batch's statements then waited for: 22,000 messages/s beside 33,000.
 */
const chunkBytes = 16 * 1024;

/** What a line holds: a conversation, or the reason why it holds none. */
export interface ConversationLine {
  /** From 1, empty lines counted. */
  line: number;
  /** Bytes of the input up to the end of this line. */
  end: number;
  read: { conversation: Conversation } | { reason: string };
}

/** A line longer than this is not read: 32 MiB hold some 200,000 short messages. */
export const longestLineBytes = 32 * 1024 * 1024;

/**
 * The conversations of a file of JSON Lines; lines with nothing on them are passed over.
 *
 * @throws Error of Node's when the input can't be read
 */
export async function* readConversations(
  input: ConversationInput,
): AsyncGenerator<ConversationLine, void, undefined> {
  const bytes =
    typeof input === 'string' ? createReadStream(input, { highWaterMark: chunkBytes }) : input;
  for await (const line of readLines(bytes, longestLineBytes)) {
    if (line.bytes !== undefined && isEmpty(line.bytes)) continue;
    const result =
      line.bytes === undefined
        ? `It is longer than ${longestLineBytes / 1024 / 1024} MiB.`
        : parseConversation(line.bytes);
    yield {
      line: line.number,
      end: line.end,
      read: typeof result === 'string' ? { reason: result } : { conversation: result },
    };
  }
}

function isEmpty(bytes: Buffer): boolean {
  // Space, tab and carriage return: what JSON allows around a value on one line.
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
