/** In charge of the queries of a session beside its turns. */
import {
  addListPricesText,
  createSession,
  eraseSession,
  exportSession,
  getPreferences,
  recordFeedback,
  revokeSession,
  rotateSessionToken,
  sessionHistory,
  setPreferences,
  type ListPrice,
} from '@catb/database';
import type { BookEntry } from './book-entry.ts';

const newPrice: ListPrice = {
  provider: 'provider-1',
  model: 'model-11',
  valid_from: '-infinity',
  from_utc_time: '00:00:00',
  from_input_tokens: 0,
  input_usd_per_mtok: '2',
  cached_input_usd_per_mtok: '2',
  cache_write_usd_per_mtok: '2',
  cache_write_1h_usd_per_mtok: '2',
  output_usd_per_mtok: '6',
  call_usd: null,
};

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
    name: 'add_list_prices',
    why: 'Adds what is new in the list price of a model, when a server starts with it; `catb prices sync` does so for all. The owner runs it, not the server’s role.',
    growth: 'level',
    because:
      'It compares the list with what is stored of its models; prices grow with the list, not with conversations.',
    role: 'postgres',
    run: (database, _session, measure) =>
      measure(() => database.pool.query(addListPricesText, [JSON.stringify([newPrice])])),
  },
];
