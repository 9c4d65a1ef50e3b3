-- What the rows come to: the sums that the usage rollups hold.
--
-- Why: one place says what a row adds to which count. The rollups, their verification and what an erased
-- session leaves behind are all made by these functions, so they can't disagree.
-- Cost on a big database: views and functions, nothing is read.

-- What one row adds, and to which grain. A sum over `of_grain = 'quarter'` reads the rows themselves and
-- what erased sessions left; over 'hour' and 'day' the grain below.

create view catb.session_facts with (security_invoker = true) as
    select 'quarter'::catb.usage_grain as of_grain, s.id as session_id, s.created_at as at, 1::bigint as sessions
    from public.sessions s
    where not exists (
        select from public.imported_conversations i where i.session_id = s.id and i.source <> 'catb-demo')
    union all
    select g.of_grain, null, u.starts_at, u.sessions
    from catb.usage_sessions u
    join (values ('erased'::catb.usage_grain, 'quarter'::catb.usage_grain), ('quarter', 'hour'), ('hour', 'day'))
        as g(grain, of_grain) on g.grain = u.grain;
comment on view catb.session_facts is 'What each session adds to catb.usage_sessions.';

create view catb.turn_facts with (security_invoker = true) as
    select 'quarter'::catb.usage_grain as of_grain, m.session_id, m.created_at as at,
           coalesce(m.triage_category::text, 'none') as triage,
           1::bigint as turns, (m.seq = 1)::integer::bigint as first_turns,
           (m.red_flags is not null)::integer::bigint as flagged_turns, m.token_count::bigint as user_tokens,
           0::bigint as answers, 0::bigint as answers_complete, 0::bigint as answers_aborted, 0::bigint as answers_failed,
           0::bigint as answers_unfinished, 0::bigint as answers_truncated, 0::bigint as answer_tokens,
           0::bigint as rated_up, 0::bigint as rated_down
    from public.messages m
    where m.role = 'user'
      and not exists (
        select from public.imported_conversations i where i.session_id = m.session_id and i.source <> 'catb-demo')
    union all
    select 'quarter', a.session_id, a.created_at, coalesce(q.triage_category::text, 'none'),
           0, 0, 0, 0,
           1, (a.state = 'complete')::integer, (a.state = 'aborted')::integer, (a.state = 'failed')::integer,
           (a.state in ('pending', 'streaming'))::integer, a.truncated::integer, a.token_count,
           coalesce((f.rating = 'up')::integer, 0), coalesce((f.rating = 'down')::integer, 0)
    from public.messages a
    left join public.messages q on q.session_id = a.session_id and q.seq = a.seq - 1 and q.role = 'user'
    left join public.feedback f on f.session_id = a.session_id and f.seq = a.seq
    where a.role = 'assistant'
      and not exists (
        select from public.imported_conversations i where i.session_id = a.session_id and i.source <> 'catb-demo')
    union all
    select g.of_grain, null, u.starts_at, u.triage, u.turns, u.first_turns, u.flagged_turns, u.user_tokens,
           u.answers, u.answers_complete, u.answers_aborted, u.answers_failed, u.answers_unfinished, u.answers_truncated,
           u.answer_tokens, u.rated_up, u.rated_down
    from catb.usage_turns u
    join (values ('erased'::catb.usage_grain, 'quarter'::catb.usage_grain), ('quarter', 'hour'), ('hour', 'day'))
        as g(grain, of_grain) on g.grain = u.grain;
comment on view catb.turn_facts is 'What each message adds to catb.usage_turns.';

create view catb.call_facts with (security_invoker = true) as
    select 'quarter'::catb.usage_grain as of_grain, c.session_id, c.created_at as at, c.provider, c.model, c.purpose,
           1::bigint as calls, (c.cost_certainty = 'exact')::integer::bigint as exact_calls,
           (c.cost_certainty = 'estimated')::integer::bigint as estimated_calls,
           (c.cost_certainty = 'unknown')::integer::bigint as unknown_calls,
           (c.finish_reason not in ('stop', 'length'))::integer::bigint as failed_calls,
           c.input_tokens::bigint as input_tokens, c.cached_input_tokens::bigint as cached_input_tokens,
           c.cache_write_tokens::bigint as cache_write_tokens, c.output_tokens::bigint as output_tokens,
           coalesce(c.cost_usd, 0) as cost_usd,
           -- By the price row of the call, which never changes: what has no price has saved nothing.
           case when c.cached_input_tokens = 0 then 0
               else coalesce(c.cached_input_tokens * (p.input_usd_per_mtok - p.cached_input_usd_per_mtok) * 0.000001, 0)
           end as saved_usd,
           -- One call in its slot: n of 1.1^n ms, 12 digits each.
           ('1e' || 12 * ceil(ln(greatest(c.latency_ms, 1)::float8) / ln(1.1::float8))::integer)::numeric
               as latency_histogram,
           case when c.first_token_ms is null then 0
               else ('1e' || 12 * ceil(ln(greatest(c.first_token_ms, 1)::float8) / ln(1.1::float8))::integer)::numeric
           end as first_token_histogram
    from public.model_calls c
    left join public.model_prices p on p.id = c.price_id
    union all
    select g.of_grain, null, u.starts_at, u.provider, u.model, u.purpose, u.calls, u.exact_calls, u.estimated_calls,
           u.unknown_calls, u.failed_calls, u.input_tokens, u.cached_input_tokens, u.cache_write_tokens, u.output_tokens,
           u.cost_usd, u.saved_usd, u.latency_histogram, u.first_token_histogram
    from catb.usage_calls u
    join (values ('erased'::catb.usage_grain, 'quarter'::catb.usage_grain), ('quarter', 'hour'), ('hour', 'day'))
        as g(grain, of_grain) on g.grain = u.grain;
comment on view catb.call_facts is 'What each call of a model adds to catb.usage_calls.';

create view catb.failure_facts with (security_invoker = true) as
    select 'quarter'::catb.usage_grain as of_grain, c.session_id, c.created_at as at, c.provider, c.model, c.finish_reason,
           1::bigint as calls
    from public.model_calls c
    where c.finish_reason <> 'stop'
    union all
    select g.of_grain, null, u.starts_at, u.provider, u.model, u.finish_reason, u.calls
    from catb.usage_failures u
    join (values ('erased'::catb.usage_grain, 'quarter'::catb.usage_grain), ('quarter', 'hour'), ('hour', 'day'))
        as g(grain, of_grain) on g.grain = u.grain;
comment on view catb.failure_facts is 'What each call that did not end with stop adds to catb.usage_failures.';

create view catb.slow_facts with (security_invoker = true) as
    select 'quarter'::catb.usage_grain as of_grain, c.created_at as starts_at, c.created_at as at, c.provider, c.model,
           c.latency_ms, c.first_token_ms, c.output_tokens, c.finish_reason
    from public.model_calls c
    where c.purpose = 'reply'
    union all
    select g.of_grain, u.starts_at, u.at, u.provider, u.model, u.latency_ms, u.first_token_ms, u.output_tokens, u.finish_reason
    from catb.usage_slowest u
    join (values ('quarter'::catb.usage_grain, 'hour'::catb.usage_grain), ('hour', 'day')) as g(grain, of_grain)
        on g.grain = u.grain;
comment on view catb.slow_facts is 'Which replies may be among the slowest of a span.';

do $$
declare
    v_view pg_catalog.text;
begin
    foreach v_view in array array['session_facts', 'turn_facts', 'call_facts', 'failure_facts', 'slow_facts'] loop
        execute format('revoke all on table catb.%I from public, anon, authenticated, service_role', v_view);
    end loop;
end
$$;

create function catb.grain_width(p_grain catb.usage_grain)
returns interval
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
    -- 24 hours and not a day, which is not always as long.
    return case p_grain when 'day' then interval '24 hours' when 'hour' then interval '1 hour' else interval '15 minutes' end;
end
$$;
comment on function catb.grain_width(catb.usage_grain) is 'How long the spans of a grain are.';
revoke all on function catb.grain_width(catb.usage_grain) from public;

create function catb.sum_sessions(
    p_grain catb.usage_grain,
    p_from timestamptz,
    p_to timestamptz,
    p_session_ids uuid[] default null
)
returns setof catb.usage_sessions
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_width interval := catb.grain_width(p_grain);
begin
    return query
        select p_grain, date_bin(v_width, f.at, '2000-01-01 00:00:00+00'),
               sum(f.sessions)::bigint
        from catb.session_facts f
        where f.of_grain = p_grain and f.at >= p_from and f.at < p_to
          and (p_session_ids is null or f.session_id = any (p_session_ids))
        group by 2;
end
$$;
comment on function catb.sum_sessions(catb.usage_grain, timestamptz, timestamptz, uuid[]) is
    'What sessions between two times come to in each span of a grain; of some sessions only, if named.';
revoke all on function catb.sum_sessions(catb.usage_grain, timestamptz, timestamptz, uuid[]) from public;

create function catb.sum_turns(
    p_grain catb.usage_grain,
    p_from timestamptz,
    p_to timestamptz,
    p_session_ids uuid[] default null
)
returns setof catb.usage_turns
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_width interval := catb.grain_width(p_grain);
begin
    return query
        select p_grain, date_bin(v_width, f.at, '2000-01-01 00:00:00+00'), f.triage,
               sum(f.turns)::bigint, sum(f.first_turns)::bigint, sum(f.flagged_turns)::bigint, sum(f.user_tokens)::bigint,
               sum(f.answers)::bigint, sum(f.answers_complete)::bigint, sum(f.answers_aborted)::bigint, sum(f.answers_failed)::bigint,
               sum(f.answers_unfinished)::bigint, sum(f.answers_truncated)::bigint, sum(f.answer_tokens)::bigint, sum(f.rated_up)::bigint,
               sum(f.rated_down)::bigint
        from catb.turn_facts f
        where f.of_grain = p_grain and f.at >= p_from and f.at < p_to
          and (p_session_ids is null or f.session_id = any (p_session_ids))
        group by 2, 3;
end
$$;
comment on function catb.sum_turns(catb.usage_grain, timestamptz, timestamptz, uuid[]) is
    'What turns between two times come to in each span of a grain; of some sessions only, if named.';
revoke all on function catb.sum_turns(catb.usage_grain, timestamptz, timestamptz, uuid[]) from public;

create function catb.sum_calls(
    p_grain catb.usage_grain,
    p_from timestamptz,
    p_to timestamptz,
    p_session_ids uuid[] default null
)
returns setof catb.usage_calls
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_width interval := catb.grain_width(p_grain);
begin
    return query
        select p_grain, date_bin(v_width, f.at, '2000-01-01 00:00:00+00'), f.provider, f.model, f.purpose,
               sum(f.calls)::bigint, sum(f.exact_calls)::bigint, sum(f.estimated_calls)::bigint, sum(f.unknown_calls)::bigint,
               sum(f.failed_calls)::bigint, sum(f.input_tokens)::bigint, sum(f.cached_input_tokens)::bigint, sum(f.cache_write_tokens)::bigint,
               sum(f.output_tokens)::bigint, sum(f.cost_usd), sum(f.saved_usd), sum(f.latency_histogram),
               sum(f.first_token_histogram)
        from catb.call_facts f
        where f.of_grain = p_grain and f.at >= p_from and f.at < p_to
          and (p_session_ids is null or f.session_id = any (p_session_ids))
        group by 2, 3, 4, 5;
end
$$;
comment on function catb.sum_calls(catb.usage_grain, timestamptz, timestamptz, uuid[]) is
    'What calls between two times come to in each span of a grain; of some sessions only, if named.';
revoke all on function catb.sum_calls(catb.usage_grain, timestamptz, timestamptz, uuid[]) from public;

create function catb.sum_failures(
    p_grain catb.usage_grain,
    p_from timestamptz,
    p_to timestamptz,
    p_session_ids uuid[] default null
)
returns setof catb.usage_failures
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_width interval := catb.grain_width(p_grain);
begin
    return query
        select p_grain, date_bin(v_width, f.at, '2000-01-01 00:00:00+00'), f.provider, f.model, f.finish_reason,
               sum(f.calls)::bigint
        from catb.failure_facts f
        where f.of_grain = p_grain and f.at >= p_from and f.at < p_to
          and (p_session_ids is null or f.session_id = any (p_session_ids))
        group by 2, 3, 4, 5;
end
$$;
comment on function catb.sum_failures(catb.usage_grain, timestamptz, timestamptz, uuid[]) is
    'What failures between two times come to in each span of a grain; of some sessions only, if named.';
revoke all on function catb.sum_failures(catb.usage_grain, timestamptz, timestamptz, uuid[]) from public;

create function catb.pick_slowest(p_grain catb.usage_grain, p_from timestamptz, p_to timestamptz)
returns setof catb.usage_slowest
language plpgsql
stable
security invoker
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
    v_width interval := catb.grain_width(p_grain);
begin
    return query
        select p_grain, r.starts_at, r.place::smallint, r.at, r.provider, r.model, r.latency_ms, r.first_token_ms,
               r.output_tokens, r.finish_reason
        from (
            select date_bin(v_width, f.starts_at, '2000-01-01 00:00:00+00') as starts_at,
                   f.at, f.provider, f.model, f.latency_ms, f.first_token_ms, f.output_tokens, f.finish_reason,
                   -- By everything that is shown, so that calls alike in all of it may change places unseen.
                   row_number() over (
                       partition by date_bin(v_width, f.starts_at, '2000-01-01 00:00:00+00')
                       order by f.latency_ms desc, f.at, f.provider, f.model, f.first_token_ms, f.output_tokens,
                                f.finish_reason) as place
            from catb.slow_facts f
            where f.of_grain = p_grain and f.starts_at >= p_from and f.starts_at < p_to
        ) r
        where r.place <= 10;
end
$$;
comment on function catb.pick_slowest(catb.usage_grain, timestamptz, timestamptz) is
    'The ten slowest replies of each span of a grain between two times.';
revoke all on function catb.pick_slowest(catb.usage_grain, timestamptz, timestamptz) from public;
