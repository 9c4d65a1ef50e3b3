/** In charge of putting sessions with a history into catb's tables, as the owner of the schema. */
import { countTokens } from '@catb/database';

/**
 * @typedef {{ id: string, token: string }} Session
 */

const SESSIONS_A_STATEMENT = 200;

/**
 * Creates one session for each history with create_session(), and stores the history in it.
 *
 * @param {import('pg').Client} client connected as the owner of the schema
 * @param {import('./dialogues.mjs').DialogueMessage[][]} histories
 * @returns {Promise<Session[]>} in the order of the histories
 */
export async function createSessionsWithHistories(client, histories) {
  const { rows: sessions } = await client.query(
    `select (made.session).session_id as id, (made.session).session_token as token
     from (select public.create_session() as session from generate_series(1, $1) offset 0) made`,
    [histories.length],
  );
  for (let from = 0; from < sessions.length; from += SESSIONS_A_STATEMENT) {
    const part = sessions.slice(from, from + SESSIONS_A_STATEMENT);
    const rows = part.flatMap(({ id }, index) =>
      (histories[from + index] ?? []).map((message, at) => ({
        session_id: id,
        seq: at + 1,
        role: message.role,
        content: message.content,
        token_count: countTokens(message.content),
      })),
    );
    await client.query(
      `insert into public.messages (session_id, seq, role, content, token_count)
       select m.session_id, m.seq, m.role, m.content, m.token_count
       from json_to_recordset($1) as m
           (session_id uuid, seq integer, role public.message_role, content text, token_count integer)`,
      [JSON.stringify(rows)],
    );
    await client.query(
      `update public.sessions s set last_seq = m.last_seq
       from unnest($1::uuid[], $2::integer[]) as m (session_id, last_seq)
       where s.id = m.session_id`,
      [part.map(({ id }) => id), part.map((_, index) => histories[from + index]?.length ?? 0)],
    );
  }
  return sessions;
}
