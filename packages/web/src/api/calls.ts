/** The calls that aren't a turn of the conversation, one function to each. */
import type { Health, HistoryPage, Preferences, Rating, Receipt } from './contract.ts';
import { readJson, request } from './request.ts';
import { requestAsSession } from './session.ts';

/** Messages in one page of history. */
const PAGE_SIZE = 30;

/** `GET /session/history`: the newest page, or the one before the message `before`. */
export async function fetchHistory(before: number | null, signal: AbortSignal) {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (before !== null) query.set('before', String(before));
  return readJson<HistoryPage>(await requestAsSession(`session/history?${query}`, { signal }));
}

/** `POST /feedback` on the answer `seq`. Sending it again replaces what was said before. */
export async function sendFeedback(seq: number, rating: Rating, comment: string): Promise<void> {
  const body = comment === '' ? { seq, rating } : { seq, rating, comment };
  await requestAsSession('feedback', { method: 'POST', body });
}

/** `GET /preferences`. */
export async function fetchPreferences(signal: AbortSignal): Promise<Preferences> {
  return readJson<Preferences>(await requestAsSession('preferences', { signal }));
}

/** `PUT /preferences`: what is left out is forgotten. */
export async function savePreferences(preferences: Preferences): Promise<void> {
  await requestAsSession('preferences', { method: 'PUT', body: preferences });
}

/** `DELETE /session`: everything that is held about the session goes. */
export async function eraseSession(): Promise<Receipt> {
  return readJson<Receipt>(await requestAsSession('session', { method: 'DELETE' }));
}

/** `GET /session/export`: everything that is held about the session, as a file. */
export async function exportSession(): Promise<Blob> {
  const held = await readJson<unknown>(await requestAsSession('session/export'));
  return new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' });
}

/** `GET /health`. */
export async function fetchHealth(signal: AbortSignal): Promise<Health> {
  return readJson<Health>(await request('health', { signal }));
}
