-- Forty messages a session, and as many as $2 says for session $1, which has been going on for all the
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
order by at, number, seq
