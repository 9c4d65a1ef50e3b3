/** The text in the box that hasn't been sent. It survives a reload. */
import { readStored, writeStored } from './browser-storage.ts';
import { createStore } from './create-store.ts';

/** What is in the box now. */
export const draftStore = createStore(readStored('catb.draft') ?? '');

/** Changes what is in the box. */
export function saveDraft(text: string): void {
  writeStored('catb.draft', text === '' ? null : text);
  draftStore.set(text);
}

/** Gives a text back to the box without losing what is there. */
export function returnToDraft(text: string): void {
  const draft = draftStore.get();
  saveDraft(draft.trim() === '' ? text : `${text}\n\n${draft}`);
}
