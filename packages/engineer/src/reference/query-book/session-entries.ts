/** In charge of the queries of a session beside its turns. */
import {
  createSession,
  eraseSession,
  exportSession,
  getPreferences,
  recordFeedback,
  revokeSession,
  rotateSessionToken,
  sessionHistory,
  setModelPriceText,
  setPreferences,
} from '@catb/database';
import type { BookEntry } from './book-entry.ts';

export const sessionEntries: readonly BookEntry[] = [
  {
    name: 'create_session',
    why: 'Starts a session and returns its token, which is shown this once.',
    growth: 'level',
    because: 'One row; its key begins with its time, so that it goes to the end of the index.',
    run: (database, _session, measure) => measure(() => createSession(database)),
  },
  {
    name: 'session_history',
    why: 'A page of the conversation, newest first in the index and oldest first in the answer: what the chat page shows, and the query that must never be slow.',
    growth: 'level',
    because:
      'A page begins at a number and not at an offset, so the messages before it are never read: 50 entries of `messages_pkey`, wherever in the conversation they lie. Their ratings are read from the page’s oldest message on.',
    run: (database, { sessionToken, lastSeq }, measure) =>
      measure(() => sessionHistory(database, { sessionToken, before: lastSeq, limit: 50 })),
  },
  {
    name: 'record_feedback',
    why: 'Thumbs up or down for an answer; a second time replaces the first.',
    growth: 'level',
    because: 'One answer and one row of feedback, both by their primary keys.',
    run: (database, { sessionToken, lastSeq: seq }, measure) =>
      measure(() => recordFeedback(database, { sessionToken, seq, rating: 'up' })),
  },
  {
    name: 'get_preferences',
    why: 'What a person has told about the cat and about how to be spoken to.',
    growth: 'level',
    because: 'One row by its primary key.',
    run: (database, { sessionToken }, measure) =>
      measure(() => getPreferences(database, sessionToken)),
  },
  {
    name: 'set_preferences',
    why: 'Replaces the preferences of a session.',
    growth: 'level',
    because: 'One row by its primary key.',
    run: (database, { sessionToken }, measure) =>
      measure(() => setPreferences(database, { sessionToken, preferences: { catName: 'Misha' } })),
  },
  {
    name: 'rotate_session_token',
    why: 'Gives a session a new token; the old one is refused from then on.',
    growth: 'level',
    because: 'One row by its primary key.',
    run: (database, { sessionToken }, measure) =>
      measure(() => rotateSessionToken(database, sessionToken)),
  },
  {
    name: 'revoke_session',
    why: 'Ends a session: its token is refused from then on, and what was said stays.',
    growth: 'level',
    because: 'One row by its primary key.',
    run: (database, { sessionToken }, measure) =>
      measure(() => revokeSession(database, sessionToken)),
  },
  {
    name: 'export_session',
    why: 'Everything held about a session, as one document, for the person it is about.',
    growth: 'conversation',
    because:
      'It returns every message: one range of each primary key, no matter how many sessions there are.',
    run: (database, { sessionToken }, measure) =>
      measure(() => exportSession(database, sessionToken)),
  },
  {
    name: 'erase_session',
    why: 'Deletes a session and all that belongs to it, and returns a receipt.',
    growth: 'conversation',
    because:
      'It counts and deletes every message: one range of each primary key, since every table that belongs to a session has a key that begins with it.',
    run: (database, { sessionToken }, measure) =>
      measure(() => eraseSession(database, sessionToken)),
  },
  {
    name: 'set_model_price',
    why: 'Keeps the list price of a model, when a server starts with it. The owner runs it, not the server’s role.',
    growth: 'level',
    because: 'The newest price of one model is the last entry of a range of `model_prices_pkey`.',
    role: 'postgres',
    run: (database, _session, measure) =>
      measure(() =>
        database.pool.query(setModelPriceText, ['provider-1', 'model-11', '2', null, null, '6']),
      ),
  },
];
