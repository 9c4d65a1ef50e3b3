/** In charge of the SQL that several questions share when they are asked of the rows. */

/** $1 to $4: from, to, bucket, time zone. The first bucket begins where the range does. */
export const bucketOf = (/** @type {string} */ at) =>
  `greatest(date_trunc($3, ${at}, $4), $1::timestamptz)`;
export const within = (/** @type {string} */ at) =>
  `${at} >= $1::timestamptz and ${at} < $2::timestamptz`;
export const notImported = (/** @type {string} */ session) =>
  `not exists (select from public.imported_conversations i
               where i.session_id = ${session} and i.source <> 'catb-demo')`;
export const dayOf = (/** @type {string} */ at) => `(${at} at time zone 'UTC')::date`;
export const weekOf = (/** @type {string} */ at) =>
  `date_trunc('week', ${at} at time zone 'UTC')::date`;

/** Turns and their answers, whatever they are grouped by. */
export const turnSums = `
  count(*) filter (where m.role = 'user') as turns,
  count(*) filter (where m.role = 'user' and m.seq = 1) as first_turns,
  count(*) filter (where m.role = 'user' and m.red_flags is not null) as flagged_turns,
  coalesce(sum(m.token_count) filter (where m.role = 'user'), 0)::bigint as user_tokens,
  count(*) filter (where m.role = 'assistant') as answers,
  count(*) filter (where m.role = 'assistant' and m.state = 'complete') as answers_complete,
  count(*) filter (where m.state = 'aborted') as answers_aborted,
  count(*) filter (where m.state = 'failed') as answers_failed,
  count(*) filter (where m.state in ('pending', 'streaming')) as answers_unfinished,
  count(*) filter (where m.truncated) as answers_truncated,
  coalesce(sum(m.token_count) filter (where m.role = 'assistant'), 0)::bigint as answer_tokens,
  count(*) filter (where f.rating = 'up') as rated_up,
  count(*) filter (where f.rating = 'down') as rated_down`;

/** Messages with the message that began their turn, and the rating of an answer. */
export const turnRows = `
  public.messages m
  left join public.messages q on q.session_id = m.session_id and q.role = 'user'
    and q.seq = case m.role when 'user' then m.seq else m.seq - 1 end
  left join public.feedback f on f.session_id = m.session_id and f.seq = m.seq`;

export const savedUsd = `
  case when c.cached_input_tokens = 0 then 0
    else coalesce(c.cached_input_tokens * (p.input_usd_per_mtok - p.cached_input_usd_per_mtok) * 0.000001, 0) end`;
