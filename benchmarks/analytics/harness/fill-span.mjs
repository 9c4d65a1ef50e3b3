/** In charge of the rows of one span of time: its turns first, then what each of them stores. */

/**
 * What is said is not what is measured, but how well it compresses is: the words of these lines in any order
 * are long as people write, and gzip makes a third of them, as it does of conversations.
 */
const LINES = [
  'My cat has been sneezing since Monday and her left eye is a little wet. She eats as always.',
  'He is nine, indoors, and has lost weight although he is always hungry. What should I look at?',
  'She hides under the bed since we moved. Is that normal, and how long does it take?',
  'Since this morning he goes to the tray again and again and nothing comes.',
  'Thank you. She ate a little of the wet food just now and drank some water.',
  'A little sneezing with a bright, hungry cat often passes within a week. Wipe the eye with a clean, ' +
    'damp cloth, keep the air moist, and see a vet if the discharge turns yellow or green, if she stops ' +
    'eating for a day, or if she breathes with her mouth open.',
  'Hunger with weight loss in a cat of that age wants a blood test: thyroid, sugar and kidneys. Until ' +
    'then weigh him twice a week on the same scales, write down how much he eats and drinks, and take the ' +
    'list with you. Within a few days is soon enough while he is lively.',
  'Give her one quiet room with all she needs, sit there without reaching for her, and let her come. ' +
    'Most cats come out within a week or two. A cat that does not eat for a day needs a vet whatever the reason.',
];

/** So many different questions and as many different answers. */
const KINDS = 10_000;

/** To be run once before the first span. */
export const PREPARE_SPANS = `
  create temporary table lines as
  select made.n, made.content, 1 + length(made.content) / 4 as tokens
  from (
      select n, string_agg(w.words[1 + floor(random() * cardinality(w.words))::integer], ' ') as content
      from (select string_to_array('${LINES.join(' ')}', ' ') as words) w
      cross join generate_series(0, ${2 * KINDS - 1}) as n
      cross join lateral generate_series(1, case when n < ${KINDS} then 12 + n % 10 else 40 + n % 30 end)
      group by n) made;
  create temporary table turns (
      id uuid not null, seq integer not null, at timestamptz not null, model integer not null,
      line integer not null, triage public.triage_category not null,
      state public.message_state not null, truncated boolean not null, rating public.feedback_rating,
      latency_ms integer not null, first_token_ms integer not null, finish_reason text not null,
      input_tokens integer not null, cached_tokens integer not null, output_tokens integer not null);`;

// Of the sessions that come back, each two turns lie some days after the two before.
const TURNS = `
  insert into pg_temp.turns
  select d.id, 2 * d.turn - 1, d.at, d.model, d.line,
         case when d.grave < 0.025 then 'emergency' when d.grave < 0.145 then 'urgent'
              when d.grave < 0.345 then 'behavioral' else 'routine' end::public.triage_category,
         d.state, d.state = 'complete' and d.luck > 0.97,
         case when d.state = 'complete' and d.rated < 0.1 then
             case when d.rated < 0.085 then 'up' else 'down' end::public.feedback_rating end,
         d.latency_ms, ceil(d.latency_ms * m.first_token)::integer,
         case d.state when 'aborted' then 'aborted'
             when 'failed' then case when d.rated < 0.5 then 'MODEL_RATE_LIMITED' else 'MODEL_UNAVAILABLE' end
             else case when d.luck > 0.97 then 'length' else 'stop' end end,
         d.input_tokens - d.cached_tokens, d.cached_tokens,
         case d.state when 'failed' then 0 else 40 + (d.luck * 200)::integer end
  from (
      select r.*, ceil(exp(ln(m.median_ms) + m.spread * r.normal))::integer as latency_ms,
             case when r.luck < 0.01 then 'failed' when r.luck < 0.025 then 'aborted' else 'complete' end::public.message_state
                 as state,
             700 + 90 * r.turn as input_tokens,
             case when r.turn > 1 and r.model <> 3 then 512 else 0 end as cached_tokens
      from (
          select s.id, t.turn, s.created_at + interval '95 seconds' * (t.turn - 1)
                     + case when s.returns then interval '1 day' * ((t.turn - 1) / 2) * (1 + s.n % 3) else '0' end as at,
                 (s.n * 31 + t.turn) % ${KINDS} as line,
                 case when s.n % 20 = 0 then 3 when s.n % 4 = 0 then 2
                     when s.created_at < now() - interval '6 months' then 0 else 1 end as model,
                 random() as grave, random() as luck, random() as rated, random_normal() as normal
          from bench.sessions s cross join lateral generate_series(1, s.turns) as t(turn)
          where (s.created_at >= $1 and s.created_at < $2)
             or (s.created_at >= $1 - interval '20 minutes' and s.created_at < $1 and not s.returns)
             or (s.created_at >= $1 - interval '16 days' and s.created_at < $1 and s.returns)
          offset 0) r
      join bench.models m on m.n = r.model
      where r.at >= $1 and r.at < $2) d
  join bench.models m on m.n = d.model`;

const SESSIONS = `
  insert into public.sessions (id, created_at, last_active_at, expires_at, last_seq, secret_sha256)
  select id, created_at, created_at, now() + interval '30 days', 2 * turns, sha256(secret)
  from bench.sessions where created_at >= $1 and created_at < $2 order by n`;

const MESSAGES = `
  insert into public.messages (session_id, created_at, seq, token_count, role, state, truncated, triage_category,
      red_flags, content)
  select t.id, t.at, t.seq + a.after, case a.after when 0 then l.tokens else least(300, t.output_tokens + 10) end,
         case a.after when 0 then 'user' else 'assistant' end::public.message_role,
         case a.after when 0 then 'complete' else t.state end, a.after = 1 and t.truncated,
         case a.after when 0 then t.triage end,
         case when a.after = 0 and t.triage = 'emergency' then array['urinary_blockage'] end, l.content
  from pg_temp.turns t cross join (values (0), (1)) as a(after)
  join pg_temp.lines l on l.n = case a.after when 0 then t.line else ${KINDS} + t.line end
  order by t.at, t.id, t.seq + a.after`;

const MODEL_CALLS = `
  insert into public.model_calls (session_id, created_at, seq, purpose, usage_certainty, cost_certainty, input_tokens,
      cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, first_token_ms, cost_usd, price_id, provider,
      model, finish_reason, request_id)
  select t.id, t.ended_at, t.seq + 1, 'reply', 'exact',
         case when p.cost_usd is null then 'unknown' else 'exact' end::public.cost_certainty,
         t.input_tokens, t.cached_tokens, 0, t.output_tokens, t.latency_ms, t.first_token_ms, p.cost_usd, p.price_id,
         m.provider, m.model, t.finish_reason, 'bench-' || t.seq
  from (select r.*, r.at + interval '1 ms' * r.latency_ms as ended_at from pg_temp.turns r) t
  join bench.models m on m.n = t.model
  cross join lateral catb.price_usage(
      m.provider, m.model, t.ended_at, t.input_tokens, t.cached_tokens, 0, t.output_tokens, 0) p
  order by t.ended_at`;

const FEEDBACK = `
  insert into public.feedback (session_id, created_at, seq, rating)
  select id, at + interval '1 minute', seq + 1, rating from pg_temp.turns where rating is not null order by at`;

/**
 * Fills the tables with what happened from one time to another.
 *
 * @param {import('pg').Client} client
 * @param {Date} from
 * @param {Date} to
 */
export async function fillSpan(client, from, to) {
  await client.query('truncate pg_temp.turns');
  await client.query(SESSIONS, [from, to]);
  await client.query(TURNS, [from, to]);
  await client.query(MESSAGES);
  await client.query(MODEL_CALLS);
  await client.query(FEEDBACK);
}
