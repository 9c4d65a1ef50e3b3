/** The one conversation of this page: what the server holds of it, and what is on its way. */
import { QueryClient } from '@tanstack/react-query';
import type { Message, Reply } from '../api/contract.ts';
import { ConnectionError } from '../api/errors.ts';
import { returnToDraft } from '../stores/draft-store.ts';
import { saveSession, sessionStore } from '../stores/session-store.ts';
import { announceReply } from './announce-turns.ts';
import { addTurn, changeMessage, newestSeq, type History } from './history.ts';
import { createTurnStore } from './turn-store.ts';
import type { Turn } from './turn.ts';

/**
 * What the server has told. `networkMode` is `always` because a browser without a network calls
 * itself offline even where the server is on the same machine.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof ConnectionError && count < 4,
      retryDelay: (count) => 1000 * 2 ** count,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The turns on their way. */
export const turnStore = createTurnStore({
  onDone: storeReply,
  onSessionEnded: returnToDraft,
  // The server takes a moment to see that the page has hung up.
  onStopped: () =>
    setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['history'] }), 700),
});

/** Keys of turns that ended as failed, by the `seq` of the person's message. */
const failedKeys = new Map<number, string>();

/** Where the history of the present session is kept. */
export function historyKey() {
  return ['history', sessionStore.get()?.sessionId ?? null] as const;
}

/** Sends a message as a new turn. */
export function say(text: string): void {
  turnStore.start(text, newestSeq(readHistory()));
}

/**
 * Asks again what has no good answer. A failed turn is sent with the key it had, where this page
 * still knows it; an aborted one would only be repeated, so that it becomes a new turn.
 */
export function askAgain(message: Message): void {
  const key = failedKeys.get(message.seq);
  failedKeys.delete(message.seq);
  if (key === undefined) say(message.content);
  else turnStore.start(message.content, message.seq - 1, key);
}

/** Shows a change to a message that the server has accepted, or is about to. */
export function showChange(seq: number, change: Partial<Message>): void {
  queryClient.setQueryData<History>(
    historyKey(),
    (history) => history && changeMessage(history, seq, change),
  );
}

/** Forgets everything after an erasure: the next message opens a new session. */
export function forgetConversation(): void {
  turnStore.clear();
  saveSession(null);
  failedKeys.clear();
  queryClient.removeQueries({ queryKey: ['history'] });
  queryClient.removeQueries({ queryKey: ['preferences'] });
}

function readHistory(): History | undefined {
  return queryClient.getQueryData<History>(historyKey());
}

async function storeReply(turn: Turn, reply: Reply): Promise<void> {
  announceReply(turn, reply.reply);
  const queryKey = historyKey();
  // A page of history asked for before this answer must not overwrite it.
  await queryClient.cancelQueries({ queryKey });
  const history = readHistory();
  if (history === undefined) await queryClient.refetchQueries({ queryKey });
  else queryClient.setQueryData<History>(queryKey, addTurn(history, turn, reply, new Date()));
  if (reply.state === 'failed') failedKeys.set(reply.seq - 1, turn.key);
}
