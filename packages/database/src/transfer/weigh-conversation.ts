/** In charge of what the table of messages asks of a message besides its shape: tokens and length. */
import { countTokens, countTokensUpTo } from '../tokens/index.ts';
import type { Conversation, Message } from './parse-conversation.ts';

/** The table's constraint `answer_at_most_300_tokens`. */
const mostAnswerTokens = 300;
/** The table's constraint `content_at_most_20000_characters`. */
const mostCharacters = 20_000;

/** A message with its tokens, by o200k_base. */
export interface WeighedMessage extends Message {
  tokenCount: number;
}

/** A conversation that the database is going to accept. */
export interface WeighedConversation extends Omit<Conversation, 'messages'> {
  messages: WeighedMessage[];
}

/** Counts the tokens of every message; a string says why the conversation can't be stored. */
export function weighConversation(conversation: Conversation): WeighedConversation | string {
  const messages: WeighedMessage[] = [];
  for (const [index, message] of conversation.messages.entries()) {
    const { role, content } = message;
    if (hasTooManyCharacters(content)) {
      return `messages.${index}.content is longer than 20,000 characters.`;
    }
    const tokenCount =
      role === 'assistant' ? countTokensUpTo(content, mostAnswerTokens) : countTokens(content);
    if (role === 'assistant' && tokenCount > mostAnswerTokens) {
      return `messages.${index}.content is an answer of more than ${mostAnswerTokens} tokens.`;
    }
    messages.push({ ...message, tokenCount });
  }
  return { ...conversation, messages };
}

/** PostgreSQL counts characters, not the UTF-16 units that `length` counts. */
function hasTooManyCharacters(text: string): boolean {
  if (text.length <= mostCharacters) return false;
  return text.length > 2 * mostCharacters || [...text].length > mostCharacters;
}
