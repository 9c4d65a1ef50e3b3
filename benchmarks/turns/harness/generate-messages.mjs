/** In charge of tables of any size: sessions and messages generated on the server, in time order. */
import { withClient } from './contestant.mjs';
import { MTS_DIALOG, readConversations } from './dialogues.mjs';

/** Messages in a session, over and over: the deciles of mts-dialog, mean 9.4. All are even: questions with answers. */
const SESSION_SIZES = [2, 4, 4, 6, 6, 6, 8, 10, 20, 28];
const MESSAGES_IN_TEN_SESSIONS = SESSION_SIZES.reduce((sum, size) => sum + size, 0);

// The checks of the tables run; foreign keys are taken as read (session_replication_role), and
// the sessions come first, so they hold.
const PREPARE = `
  create schema bench;
  create table bench.lines (n integer primary key, content text not null, token_count integer not null);
  create table bench.sessions (n integer primary key, id uuid not null, secret bytea not null, size integer not null);`;

const SESSIONS = `
  with made as (
    insert into bench.sessions (n, id, secret, size)
    select n, uuidv7(make_interval(secs => n - $1::integer)), sha256(convert_to('secret ' || n, 'UTF8')),
           ($2::integer[])[n % 10 + 1]
    from generate_series(1, $1::integer) as n
    returning *
  )
  insert into public.sessions (id, created_at, last_active_at, expires_at, last_seq, secret_sha256)
  select id, uuid_extract_timestamp(id), uuid_extract_timestamp(id), now() + interval '30 days', size, sha256(secret)
  from made order by n`;

const MESSAGES = `
  insert into public.messages (session_id, created_at, seq, token_count, role, idempotency_key, triage_category, content)
  select s.id, uuid_extract_timestamp(s.id) + make_interval(secs => seq * 10), seq, l.token_count,
         case when seq % 2 = 1 then 'user' else 'assistant' end::public.message_role,
         case when seq % 2 = 1 then gen_random_uuid() end,
         case when seq % 2 = 1 then 'routine' end::public.triage_category,
         l.content
  from bench.sessions s
  cross join lateral generate_series(1, s.size) as seq
  join bench.lines l on l.n = (s.n * 31 + seq) % $1::integer
  where s.n > $2::integer and s.n <= $3::integer
  order by s.n, seq`;

const MODEL_CALLS = `
  insert into public.model_calls (session_id, created_at, seq, purpose, usage_certainty, cost_certainty,
    input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, cost_usd,
    provider, model, finish_reason, request_id)
  select s.id, uuid_extract_timestamp(s.id) + make_interval(secs => seq * 10), seq, 'reply', 'exact', 'exact',
         900, 0, 0, 60, 12, 0, 'offline-guide', 'offline-guide', 'stop', gen_random_uuid()::text
  from bench.sessions s
  cross join lateral generate_series(2, s.size, 2) as seq
  where s.n > $1::integer and s.n <= $2::integer
  order by s.n, seq`;

const SESSIONS_A_STATEMENT = 50_000;

/**
 * @param {string} url a database with catb's schema, as the superuser
 * @param {number} messages about how many; it is rounded to ten sessions
 * @returns {Promise<number>} how many there are now
 */
export async function generateMessages(url, messages) {
  const sessions =
    Math.max(1, Math.round(messages / MESSAGES_IN_TEN_SESSIONS)) * SESSION_SIZES.length;
  const lines = readConversations(MTS_DIALOG).flatMap((conversation) => conversation.messages);
  await withClient(url, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(PREPARE);
    await client.query(
      `insert into bench.lines select n - 1, content, 1 + length(content) / 4
       from unnest($1::text[]) with ordinality as l (content, n)`,
      [lines.map(({ content }) => content)],
    );
    await client.query(SESSIONS, [sessions, SESSION_SIZES]);
    await client.query('analyze bench.sessions, bench.lines');
  });
  const fill = (/** @type {string} */ statement, /** @type {number[]} */ values) =>
    withClient(url, async (client) => {
      await client.query("set session_replication_role = replica; set work_mem = '256MB'");
      for (let from = 0; from < sessions; from += SESSIONS_A_STATEMENT) {
        await client.query(statement, [
          ...values,
          from,
          Math.min(from + SESSIONS_A_STATEMENT, sessions),
        ]);
      }
    });
  await Promise.all([fill(MESSAGES, [lines.length]), fill(MODEL_CALLS, [])]);
  return withClient(url, async (client) => {
    await client.query('vacuum (analyze) public.sessions, public.messages, public.model_calls');
    const { rows } = await client.query('select count(*)::integer as n from public.messages');
    return rows[0].n;
  });
}

/**
 * @param {string} url the same database
 * @param {{ newest: number, count: number }} which that many sessions, at random among the newest
 * @returns {Promise<string[]>} the tokens that open them
 */
export const pickTokens = (url, { newest, count }) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `select catb.format_token(id, secret) as token from bench.sessions
       where n > (select max(n) from bench.sessions) - $1::integer order by random() limit $2`,
      [newest, count],
    );
    return rows.map(({ token }) => token);
  });
