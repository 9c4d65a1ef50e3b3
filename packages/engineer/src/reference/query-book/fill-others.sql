-- What belongs to messages and sessions: a model call for each answer, feedback on one in twenty,
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
from public.sessions as s
