/** What is read out of, and put into, the pages of history that the page holds. */
import type { InfiniteData } from '@tanstack/react-query';
import type { HistoryPage, Message, Reply } from '../api/contract.ts';
import { isUnderWay, type Turn } from './turn.ts';

/** The held pages, newest first. */
export type History = InfiniteData<HistoryPage>;

/** Every held message once, oldest first. */
export function listMessages(history: History | undefined): Message[] {
  const bySeq = new Map<number, Message>();
  for (const page of history?.pages ?? [])
    for (const message of page.messages)
      if (!bySeq.has(message.seq)) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The highest `seq` that is held; 0 when there is none. */
export function newestSeq(history: History | undefined): number {
  return Math.max(0, ...(history?.pages[0]?.messages.map((message) => message.seq) ?? []));
}

/** Adds an answered turn to the newest page; what was there under its numbers is replaced. */
export function addTurn(history: History, turn: Turn, reply: Reply, now: Date): History {
  const [newest, ...older] = history.pages;
  if (newest === undefined) return history;
  const shared = { truncated: false, triage: reply.triage, feedback: null };
  const added: Message[] = [
    {
      ...shared,
      seq: reply.seq - 1,
      role: 'user',
      content: turn.text,
      state: 'complete',
      createdAt: new Date(turn.startedAt).toISOString(),
    },
    {
      ...shared,
      seq: reply.seq,
      role: 'assistant',
      content: reply.reply,
      state: reply.state,
      createdAt: now.toISOString(),
      truncated: reply.truncated,
    },
  ];
  const kept = newest.messages.filter(({ seq }) => seq !== reply.seq && seq !== reply.seq - 1);
  const messages = [...kept, ...added].sort((a, b) => a.seq - b.seq);
  return { ...history, pages: [{ ...newest, messages }, ...older] };
}

/** Changes one held message. */
export function changeMessage(history: History, seq: number, change: Partial<Message>): History {
  const pages = history.pages.map((page) => ({
    ...page,
    messages: page.messages.map((message) =>
      message.seq === seq ? { ...message, ...change } : message,
    ),
  }));
  return { ...history, pages };
}

/** The message that the server has stored for this turn, and the answer to it. */
export function findTurn(messages: readonly Message[], turn: Turn) {
  const at = messages.findIndex(
    ({ seq, role, content }) => seq > turn.afterSeq && role === 'user' && content === turn.text,
  );
  const message = messages[at];
  const next = messages[at + 1];
  if (message === undefined) return null;
  return { message, reply: next?.role === 'assistant' ? next : null };
}

/** True once nothing more will be written to it. */
export function isFinished(message: Message): boolean {
  return message.state !== 'pending' && message.state !== 'streaming';
}

/**
 * Says each thing once: a turn that is under way stands for what is stored of it, and a turn that
 * has come to rest gives way to what is stored.
 *
 * @returns The messages and turns to show.
 */
export function mergeTurns(messages: readonly Message[], turns: readonly Turn[]) {
  const hidden = new Set<number>();
  const shown = turns.filter((turn) => {
    const stored = findTurn(messages, turn);
    if (stored === null) return true;
    if (!isUnderWay(turn) && stored.reply !== null && isFinished(stored.reply)) return false;
    hidden.add(stored.message.seq);
    if (stored.reply !== null) hidden.add(stored.reply.seq);
    return true;
  });
  return { messages: messages.filter(({ seq }) => !hidden.has(seq)), turns: shown };
}
