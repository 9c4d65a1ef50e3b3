/** Opens sessions, keeps them fresh, and makes calls in their name. */
import { saveSession, sessionEndedStore, sessionStore } from '../stores/session-store.ts';
import type { Session } from './contract.ts';
import { ApiError, SessionEndedError } from './errors.ts';
import { readJson, request, type RequestOptions } from './request.ts';

const ROTATE_BEFORE_MS = 7 * 24 * 60 * 60 * 1000;

let opening: Promise<Session> | null = null;

/**
 * The session to call with: the stored one, rotated when it has fewer than seven days left, or a
 * new one (`POST /session/create`). Callers at the same moment share one.
 */
export function openSession(): Promise<Session> {
  opening ??= findOrCreateSession().finally(() => {
    opening = null;
  });
  return opening;
}

/**
 * A request with the session's token.
 *
 * @throws SessionEndedError when the server no longer knows the session; a new one is then open.
 */
export async function requestAsSession(path: string, options: RequestOptions = {}) {
  // What was given up must not open a session: after an erasure, for instance.
  options.signal?.throwIfAborted();
  const session = await openSession();
  try {
    return await request(path, { ...options, token: session.sessionToken });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const current = sessionStore.get();
    // Another tab has rotated the token or begun anew in the meantime.
    if (current !== null && current.sessionToken !== session.sessionToken)
      return request(path, { ...options, token: current.sessionToken });
    saveSession(null);
    sessionEndedStore.set(true);
    // Where this fails, the next call opens the session.
    await openSession().catch(() => undefined);
    throw new SessionEndedError();
  }
}

async function findOrCreateSession(): Promise<Session> {
  const session = sessionStore.get();
  if (session === null) return changeSession('session/create');
  if (Date.parse(session.expiresAt) - Date.now() > ROTATE_BEFORE_MS) return session;
  // A rotation that fails must not stop the call: the token may well be good for days.
  return changeSession('session/rotate', session.sessionToken).catch(() => session);
}

async function changeSession(path: string, token?: string): Promise<Session> {
  const options: RequestOptions = { method: 'POST', body: {} };
  if (token !== undefined) options.token = token;
  const session = await readJson<Session>(await request(path, options));
  saveSession(session);
  return session;
}
