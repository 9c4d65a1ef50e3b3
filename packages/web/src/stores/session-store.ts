/** The session of this browser, shared by its tabs. */
import type { Session } from '../api/contract.ts';
import { readStoredJson, writeStored } from './browser-storage.ts';
import { createStore } from './create-store.ts';

/** The session that calls are made with; null before the first message and after an erasure. */
export const sessionStore = createStore<Session | null>(readSession());

/** True once the server has refused the earlier session, until the person has read so. */
export const sessionEndedStore = createStore(false);

/** Changes the session, here and in the browser's storage. */
export function saveSession(session: Session | null): void {
  writeStored('catb.session', session === null ? null : JSON.stringify(session));
  sessionStore.set(session);
}

/** Follows what other tabs do to the session: a rotated token here would be a refused one. */
export function followOtherTabs(): void {
  window.addEventListener('storage', (event) => {
    if (event.key === 'catb.session' || event.key === null) sessionStore.set(readSession());
  });
}

function readSession(): Session | null {
  const stored = readStoredJson('catb.session');
  if (typeof stored !== 'object' || stored === null) return null;
  const { sessionId, sessionToken, expiresAt } = stored as Partial<Session>;
  if (typeof sessionId !== 'string' || typeof sessionToken !== 'string') return null;
  return typeof expiresAt === 'string' ? { sessionId, sessionToken, expiresAt } : null;
}
