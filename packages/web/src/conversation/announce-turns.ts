/** Tells a screen reader how the turn goes on: the answer by sentences, and what happens to it. */
import { announce } from '../stores/announcements.ts';
import { nextSentences } from './next-sentences.ts';
import type { Turn, TurnStatus, WaitReason } from './turn.ts';
import type { TurnStore } from './turn-store.ts';

/** What is said while a turn waits; also shown beside it. */
export const waitWords: Record<WaitReason, string> = {
  connection: 'Connection lost. Your message is kept and will be sent again.',
  rate_limit: 'That was a lot of messages in a short time. Yours is kept and will be sent again.',
  turn_in_progress: 'Mu is still busy with this message.',
  busy: 'Mu is not available at the moment. Your message is kept and will be sent again.',
};

/** How far each open answer has been spoken, by the turn's key. */
const spokenTo = new Map<string, number>();

/** Follows the store for as long as the page lives. */
export function announceTurns(store: TurnStore): void {
  const said = new Map<string, string>();
  store.subscribe(() => {
    const open = store.get();
    for (const turn of open) {
      const words = describeStatus(turn.status);
      if (words !== null && said.get(turn.key) !== words) announce(words);
      said.set(turn.key, words ?? '');
      if (turn.status.kind === 'streaming') speak(turn.key, turn.reply);
    }
  });
}

/** Speaks the rest of an answer that is whole. */
export function announceReply(turn: Turn, reply: string): void {
  speak(turn.key, `${reply}\n`);
  spokenTo.delete(turn.key);
}

function speak(key: string, text: string): void {
  // An answer that begins anew after a lost connection is shorter than what has been spoken.
  const from = Math.min(spokenTo.get(key) ?? 0, text.length);
  const { spoken, to } = nextSentences(text, from);
  if (spoken !== '') announce(spoken);
  if (to > from) spokenTo.set(key, to);
}

function describeStatus(status: TurnStatus): string | null {
  if (status.kind === 'sending') return 'Mu is reading your message.';
  if (status.kind === 'waiting') return waitWords[status.reason];
  if (status.kind === 'failed') return `Not answered. ${status.failure.message}`;
  return status.kind === 'stopped' ? 'Answer stopped.' : null;
}
