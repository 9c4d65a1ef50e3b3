/** In charge of the text that every contestant stores: conversations that none of them wrote. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ role: 'user' | 'assistant', content: string }} DialogueMessage */

/** Short doctor-patient conversations, as JSON Lines. */
export const MTS_DIALOG = fileURLToPath(
  new URL('../../../../shared/data/mts-dialog/conversations.jsonl', import.meta.url),
);

/** Long doctor-patient conversations, as JSON Lines. */
export const PRIMOCK57 = fileURLToPath(
  new URL('../../../../shared/data/primock57/conversations.jsonl', import.meta.url),
);

/**
 * @param {string} file
 * @returns {{ conversation_id: string, messages: DialogueMessage[] }[]} the conversations, in the order of the file
 */
export function readConversations(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * Histories of one length for every contestant: the person and the assistant in turn, each line
 * taken from mts-dialog, the next one where the last history ended.
 *
 * @param {number} sessions how many histories
 * @param {number} length messages in each; the last is the assistant's when it is even
 * @returns {DialogueMessage[][]}
 */
export function composeHistories(sessions, length) {
  const next = takeInTurn();
  return Array.from({ length: sessions }, () =>
    Array.from({ length }, (_, index) => next(index % 2 === 0 ? 'user' : 'assistant')),
  );
}

/**
 * A source of messages that never ends: mts-dialog's lines of each role, over and over.
 *
 * @returns {(role: DialogueMessage['role']) => DialogueMessage}
 */
export function takeInTurn() {
  const messages = readConversations(MTS_DIALOG).flatMap((conversation) => conversation.messages);
  const lines = {
    user: messages.filter(({ role }) => role === 'user'),
    assistant: messages.filter(({ role }) => role === 'assistant'),
  };
  const taken = { user: 0, assistant: 0 };
  return (role) => {
    const line = lines[role][taken[role] % lines[role].length];
    if (line === undefined) throw new Error(`mts-dialog has no line of the ${role}.`);
    taken[role] += 1;
    return { role, content: line.content };
  };
}

/** What the model "answers" in every turn of every contestant: no time passes, the text is fixed. */
export const REPLY = {
  text:
    'Thank you for telling me. Straining in the tray with little or nothing to show for it can be ' +
    'serious, above all in a male cat, so please call a vet now rather than waiting until morning. ' +
    'Until then keep him calm, offer water, and do not press on his belly.',
  inputTokens: 900,
  outputTokens: 60,
};
