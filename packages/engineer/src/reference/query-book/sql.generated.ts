/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  fillMessages: `-- Forty messages a session, and as many as $2 says for session $1, which has been going on for all the
-- sixty days. Stored in the order of their time, as they would have come in. Three answers, some hours
-- old, were never finished.
with numbered as (
    select s.id, s.created_at, pg_catalog.row_number() over (order by s.id = $1, s.created_at) as number
    from public.sessions as s
),
said as (
    select
        s.id as session_id,
        s.number,
        seq,
        case when s.id = $1 then
            pg_catalog.now() - interval '60 days' + seq * (interval '59 days 23 hours' / $2::integer)
        else s.created_at + seq * interval '29 minutes' end as at,
        pg_catalog.md5(pg_catalog.format('%s of %s', seq, s.number)) as hash
    from numbered as s
    cross join lateral pg_catalog.generate_series(1, case when s.id = $1 then $2 else 40 end) as seq
),
measured as (
    select said.*, ('x' || pg_catalog.substr(hash, 1, 4))::bit(16)::integer as amount
    from said
)
insert into public.messages
    (session_id, seq, created_at, role, state, token_count, triage_category, idempotency_key, attempt_id, content)
select
    session_id,
    seq,
    at,
    case when seq % 2 = 1 then 'user' else 'assistant' end::public.message_role,
    case when seq % 2 = 0 and unfinished then 'pending' else 'complete' end::public.message_state,
    10 + amount % 60,
    case when seq % 2 = 1 then 'routine' end::public.triage_category,
    case when seq % 2 = 1 then hash::uuid end,
    case when seq % 2 = 0 and unfinished then hash::uuid end,
    pg_catalog.substr(pg_catalog.repeat('She has been sleeping on the windowsill all day. ', 8), 1, 40 + amount % 280)
from (
    select
        m.*,
        session_id <> $1 and pg_catalog.row_number() over (
            partition by seq % 2 = 0 and at < pg_catalog.now() - interval '6 hours' order by at desc
        ) <= 3 as unfinished
    from measured as m
) as m
order by at, number, seq`,
  fillOthers: `-- What belongs to messages and sessions: a model call for each answer, feedback on one in twenty,
-- preferences in one session of three, a summary in one of ten; prices of three hundred models.
insert into public.model_calls (
    session_id, created_at, seq, purpose, usage_certainty, cost_certainty, input_tokens, cached_input_tokens,
    cache_write_tokens, output_tokens, latency_ms, first_token_ms, cost_usd, provider, model, finish_reason, request_id
)
select
    m.session_id, m.created_at, m.seq, 'reply', 'exact', 'exact', 900, 0, 0, m.token_count, 1200, 300, 0.001,
    'provider-' || m.seq % 10, 'model-' || m.seq % 30, 'stop', pg_catalog.md5(m.session_id::text || m.seq)
from public.messages as m
where m.role = 'assistant' and m.state = 'complete'
order by m.created_at, m.session_id, m.seq;

insert into public.feedback (session_id, seq, created_at, rating, comment)
select m.session_id, m.seq, m.created_at, 'up', 'That helped.'
from public.messages as m
where m.role = 'assistant' and m.state = 'complete' and m.seq % 20 = 10
order by m.created_at, m.session_id, m.seq;

insert into public.preferences (session_id, cat_name, age_months)
select s.id, 'Misha', 40
from (select id, pg_catalog.row_number() over (order by id) as number from public.sessions) as s
where s.number % 3 = 0;

insert into public.context_summaries (session_id, through_seq, token_count, content)
select s.id, 20, 20, 'Misha is four years old and sneezes in spring.'
from (select id, pg_catalog.row_number() over (order by id) as number from public.sessions) as s
where s.number % 10 = 0;

insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok, output_usd_per_mtok)
select 'provider-' || n % 10, 'model-' || n, 'genai-prices', valid_from, 1, 5
from pg_catalog.generate_series(1, 300) as n
cross join (values ('-infinity'::timestamptz), (pg_catalog.now() - interval '30 days')) as p (valid_from);

insert into public.audit_log (action, actor, session_sha256, reason)
select 'transcript_read', 'catb_analyst', s.secret_sha256, 'To see how the answers were taken.'
from public.sessions as s`,
  fillSessions: `-- Sessions $1 of them, begun one after the other over the last sixty days, each with a token that
-- nobody knows. No chance anywhere: the same numbers make the same rows.
with begun as (
    select n, pg_catalog.now() - interval '60 days' + n * (interval '59 days' / $1::integer) as at
    from pg_catalog.generate_series(1, $1::integer) as n
)
insert into public.sessions (id, created_at, expires_at, last_active_at, last_seq, secret_sha256)
select
    (
        pg_catalog.lpad(pg_catalog.to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
        || '7' || pg_catalog.substr(pg_catalog.md5(n::text), 1, 3)
        || '8' || pg_catalog.substr(pg_catalog.md5(n::text), 4, 15)
    )::uuid,
    at,
    at + interval '90 days',
    at + interval '20 hours',
    40,
    pg_catalog.sha256(pg_catalog.convert_to(n::text, 'UTF8'))
from begun`,
} as const;
