/** What a screen reader is told politely. Every piece is a line of its own, and old ones go. */
import { createStore } from './create-store.ts';

/** A piece of speech; `id` only grows. */
export interface Announcement {
  id: number;
  text: string;
}

/** The newest pieces, oldest first. */
export const announcementStore = createStore<readonly Announcement[]>([]);

const KEPT = 12;
let lastId = 0;

/** Says a text once. */
export function announce(text: string): void {
  lastId += 1;
  announcementStore.set([...announcementStore.get(), { id: lastId, text }].slice(-KEPT));
}
