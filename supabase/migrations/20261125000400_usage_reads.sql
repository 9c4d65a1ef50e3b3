-- What a dashboard may ask.
--
-- Why: catb_analyst reads no table. Each question is a function that returns sums, never a session and never
-- a word that was said. A range of time is read in the largest grains that fit: days of UTC inside, hours and
-- quarters at its edges, so that a day in Kathmandu is exact and a year is some hundred rows.
-- `offset 0` has each span looked up by its key: joined as tables, the planner hashes on the three grains
-- and compares every row with every span (a year of days in Kathmandu: 48 s instead of 0.2 s).
-- Cost on a big database: functions only.

create function catb.analytics_buckets(
    p_from timestamptz,
    p_to timestamptz,
    p_bucket text,
    p_timezone text
)
returns table (bucket_start timestamptz, bucket_end timestamptz)
language plpgsql
stable
rows 100
security definer
set search_path = ''
as $$
-- security definer: it reads nothing; the role that asks may not use what it is made of.
declare
    v_origin constant pg_catalog.timestamptz := '2000-01-01 00:00:00+00';
    v_width interval := case p_bucket when 'hour' then interval '1 hour' when 'day' then interval '1 day'
        when 'week' then interval '7 days' when 'month' then interval '1 month' end;
    v_local pg_catalog.timestamp;
    v_next pg_catalog.timestamptz;
begin
    if p_bucket is null or p_bucket not in ('hour', 'day', 'week', 'month', 'total') then
        perform catb.raise_error('analytics_bucket_invalid');
    end if;
    -- PostgreSQL takes POSIX rules such as ABC-3 for zones too; nobody means those.
    if p_timezone is null or p_timezone !~ '^([A-Za-z_]+(/[A-Za-z0-9_+-]+)+|UTC|GMT)$' then
        perform catb.raise_error('analytics_timezone_unknown');
    end if;
    begin
        perform v_origin at time zone p_timezone;
    exception when invalid_parameter_value then
        perform catb.raise_error('analytics_timezone_unknown');
    end;
    if p_from is null or p_to is null or not isfinite(p_from) or not isfinite(p_to) or p_from >= p_to
        or p_to - p_from > interval '3653 days'
        or p_bucket <> 'total' and extract(epoch from p_to - p_from) > 2000 * extract(epoch from v_width) then
        perform catb.raise_error('analytics_range_invalid');
    end if;
    -- Whole quarters, outwards.
    bucket_start := date_bin('15 minutes', p_from, v_origin);
    p_to := date_bin('15 minutes', p_to - interval '1 microsecond', v_origin) + interval '15 minutes';
    if p_bucket = 'total' then
        bucket_end := p_to;
        return next;
        return;
    end if;
    v_local := date_trunc(p_bucket, bucket_start at time zone p_timezone);
    v_next := bucket_start;
    while bucket_start < p_to loop
        if p_bucket = 'hour' then
            -- Hours as they pass: a day on which the clocks change has 23 or 25.
            v_next := date_trunc('hour', bucket_start, p_timezone) + interval '1 hour';
        else
            v_local := v_local + v_width;
            v_next := v_local at time zone p_timezone;
        end if;
        bucket_end := least(v_next, p_to);
        if bucket_end > bucket_start then
            return next;
            bucket_start := bucket_end;
        end if;
    end loop;
end
$$;
comment on function catb.analytics_buckets(timestamptz, timestamptz, text, text) is
    'The hours, days, weeks (from Monday) or months of a time zone that a range touches, cut at its ends, or the range as '
    'a whole (total); ends are moved outwards to whole quarters of an hour. Raises analytics_range_invalid, '
    'analytics_timezone_unknown, analytics_bucket_invalid.';
revoke all on function catb.analytics_buckets(timestamptz, timestamptz, text, text) from public, anon, authenticated, service_role;
grant execute on function catb.analytics_buckets(timestamptz, timestamptz, text, text) to catb_analyst;

create function catb.usage_pieces(p_from timestamptz, p_to timestamptz, p_bucket text, p_timezone text)
returns table (bucket_start timestamptz, grain catb.usage_grain, piece_from timestamptz, piece_to timestamptz)
language plpgsql
stable
rows 100
security invoker
set search_path = ''
as $$
declare
    v_origin constant pg_catalog.timestamptz := '2000-01-01 00:00:00+00';
begin
    return query
        select b.bucket_start, p.grain, p.piece_from, p.piece_to
        from catb.analytics_buckets(p_from, p_to, p_bucket, p_timezone) b
        cross join lateral (
            select date_bin('1 hour', b.bucket_start - interval '1 microsecond', v_origin) + interval '1 hour' as first_hour,
                   date_bin('1 hour', b.bucket_end, v_origin) as last_hour,
                   date_bin('24 hours', b.bucket_start - interval '1 microsecond', v_origin) + interval '24 hours' as first_day,
                   date_bin('24 hours', b.bucket_end, v_origin) as last_day
        ) e
        cross join lateral (values
            ('quarter'::catb.usage_grain, b.bucket_start, least(e.first_hour, b.bucket_end)),
            ('hour', e.first_hour, case when e.first_day < e.last_day then e.first_day else e.last_hour end),
            ('day', e.first_day, e.last_day),
            ('hour', case when e.first_day < e.last_day then e.last_day else e.last_hour end, e.last_hour),
            ('quarter', greatest(e.last_hour, e.first_hour), b.bucket_end)
        ) as p(grain, piece_from, piece_to)
        where p.piece_from < p.piece_to
          -- Within one hour, the first piece is all.
          and (e.first_hour <= e.last_hour or p.piece_from = b.bucket_start);
end
$$;
comment on function catb.usage_pieces(timestamptz, timestamptz, text, text) is
    'Which spans of which grain each bucket is made of: days of UTC, hours before and after them, quarters at the ends.';
revoke all on function catb.usage_pieces(timestamptz, timestamptz, text, text) from public, anon, authenticated, service_role;

create function catb.histogram_percentiles(
    p_histogram numeric,
    out calls bigint,
    out p50_ms numeric,
    out p95_ms numeric,
    out p99_ms numeric
)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
-- From the slowest slot down to the median, and no further: this runs for every point of a chart.
declare
    -- How many calls may be slower than a percentile: it is the nearest rank, the smallest value that so many
    -- percent of the calls do not exceed.
    v_slower_than_99 pg_catalog.int8;
    v_slower_than_95 pg_catalog.int8;
    v_slower_than_50 pg_catalog.int8;
    v_slot integer := (length(p_histogram::pg_catalog.text) + 11) / 12;
    -- Bytes, since the n-th letter of a text is found by reading those before it.
    v_digits pg_catalog.bytea := lpad(p_histogram::pg_catalog.text, 12 * v_slot, '0')::pg_catalog.bytea;
    v_at integer := 1;
    v_seen pg_catalog.int8 := 0;
    v_ms numeric;
begin
    -- The sum of the digits of a number to the base b is its remainder by b - 1, as with nine in the decimal system.
    calls := coalesce(p_histogram % 999999999999, 0);
    if calls = 0 then
        return;
    end if;
    v_slower_than_99 := calls - (calls * 99 + 99) / 100;
    v_slower_than_95 := calls - (calls * 95 + 99) / 100;
    v_slower_than_50 := calls - (calls * 50 + 99) / 100;
    loop
        v_slot := v_slot - 1;
        v_seen := v_seen + encode(substr(v_digits, v_at, 12), 'escape')::pg_catalog.int8;
        v_at := v_at + 12;
        continue when v_seen <= v_slower_than_99;
        if p99_ms is null or p95_ms is null and v_seen > v_slower_than_95 or v_seen > v_slower_than_50 then
            -- The value that is off by the same share of either end of the slot: at most 4.8 percent.
            v_ms := round((1.1::pg_catalog.float8 ^ v_slot * 2 / 2.1)::numeric, 1);
            p99_ms := coalesce(p99_ms, v_ms);
            if v_seen > v_slower_than_95 then
                p95_ms := coalesce(p95_ms, v_ms);
            end if;
        end if;
        if v_seen > v_slower_than_50 then
            p50_ms := v_ms;
            return;
        end if;
    end loop;
end
$$;
comment on function catb.histogram_percentiles(numeric) is
    'How many calls a packed histogram holds, and their median, 95th and 99th percentile in ms, each within 5 percent; '
    'null without calls.';
revoke all on function catb.histogram_percentiles(numeric) from public, anon, authenticated, service_role;

create function catb.analytics_sessions(p_from timestamptz, p_to timestamptz, p_bucket text, p_timezone text)
returns table (bucket_start timestamptz, sessions bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select p.bucket_start, sum(u.sessions)::bigint
        from catb.usage_pieces(p_from, p_to, p_bucket, p_timezone) p
        cross join lateral (
            select r.* from catb.usage_sessions r
            where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
        group by 1 order by 1;
end
$$;
comment on function catb.analytics_sessions(timestamptz, timestamptz, text, text) is
    'Sessions created in each bucket (catb.analytics_buckets) that has any.';

create function catb.analytics_turns(
    p_from timestamptz,
    p_to timestamptz,
    p_bucket text,
    p_timezone text,
    p_triage text default null
)
returns table (
    bucket_start timestamptz, triage text, turns bigint, first_turns bigint, flagged_turns bigint, user_tokens bigint,
    answers bigint, answers_complete bigint, answers_aborted bigint, answers_failed bigint, answers_unfinished bigint,
    answers_truncated bigint, answer_tokens bigint, rated_up bigint, rated_down bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select p.bucket_start, u.triage, sum(u.turns)::bigint, sum(u.first_turns)::bigint, sum(u.flagged_turns)::bigint,
               sum(u.user_tokens)::bigint, sum(u.answers)::bigint, sum(u.answers_complete)::bigint,
               sum(u.answers_aborted)::bigint, sum(u.answers_failed)::bigint, sum(u.answers_unfinished)::bigint,
               sum(u.answers_truncated)::bigint, sum(u.answer_tokens)::bigint, sum(u.rated_up)::bigint,
               sum(u.rated_down)::bigint
        from catb.usage_pieces(p_from, p_to, p_bucket, p_timezone) p
        cross join lateral (
            select r.* from catb.usage_turns r
            where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
        where p_triage is null or u.triage = p_triage
        group by 1, 2 order by 1, 2;
end
$$;
comment on function catb.analytics_turns(timestamptz, timestamptz, text, text, text) is
    'Turns in each bucket by triage category, with what became of their answers; of one category only, if named.';

create function catb.analytics_calls(
    p_from timestamptz,
    p_to timestamptz,
    p_bucket text,
    p_timezone text,
    p_provider text default null,
    p_model text default null,
    p_purpose text default null
)
returns table (
    bucket_start timestamptz, provider text, model text, purpose text, calls bigint, exact_calls bigint,
    estimated_calls bigint, unknown_calls bigint, failed_calls bigint, input_tokens bigint, cached_input_tokens bigint,
    cache_write_tokens bigint, output_tokens bigint, cost_usd numeric, saved_usd numeric
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select p.bucket_start, u.provider, u.model, u.purpose::pg_catalog.text, sum(u.calls)::bigint, sum(u.exact_calls)::bigint,
               sum(u.estimated_calls)::bigint, sum(u.unknown_calls)::bigint, sum(u.failed_calls)::bigint,
               sum(u.input_tokens)::bigint, sum(u.cached_input_tokens)::bigint, sum(u.cache_write_tokens)::bigint,
               sum(u.output_tokens)::bigint, sum(u.cost_usd), sum(u.saved_usd)
        from catb.usage_pieces(p_from, p_to, p_bucket, p_timezone) p
        cross join lateral (
            select r.* from catb.usage_calls r
            where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
        where (p_provider is null or u.provider = p_provider) and (p_model is null or u.model = p_model)
          and (p_purpose is null or u.purpose::pg_catalog.text = p_purpose)
        group by 1, 2, 3, u.purpose order by 1, 2, 3, 4;
end
$$;
comment on function catb.analytics_calls(timestamptz, timestamptz, text, text, text, text, text) is
    'Calls of models in each bucket with their tokens and cost in US dollars; of one provider, model, purpose only, if named.';

create function catb.analytics_latency(
    p_from timestamptz,
    p_to timestamptz,
    p_bucket text,
    p_timezone text,
    p_provider text default null,
    p_model text default null
)
returns table (bucket_start timestamptz, metric text, calls bigint, p50_ms numeric, p95_ms numeric, p99_ms numeric)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select s.bucket_start, h.metric, h2.calls, h2.p50_ms, h2.p95_ms, h2.p99_ms
        from (
            select p.bucket_start, sum(u.latency_histogram) as latency, sum(u.first_token_histogram) as first_token
            from catb.usage_pieces(p_from, p_to, p_bucket, p_timezone) p
            cross join lateral (
                select r.* from catb.usage_calls r
                where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
            where u.purpose = 'reply'
              and (p_provider is null or u.provider = p_provider) and (p_model is null or u.model = p_model)
            group by 1
        ) s
        cross join lateral (values ('latency', s.latency), ('first_token', s.first_token)) as h(metric, histogram)
        cross join lateral catb.histogram_percentiles(h.histogram) h2
        where h2.calls > 0
        order by 1, 2;
end
$$;
comment on function catb.analytics_latency(timestamptz, timestamptz, text, text, text, text) is
    'How long replies took in each bucket (latency), and their first tokens (first_token): percentiles in ms within 5 percent.';

create function catb.analytics_models(
    p_from timestamptz,
    p_to timestamptz,
    p_provider text default null,
    p_model text default null
)
returns table (
    provider text, model text, metric text, calls bigint, p50_ms numeric, p95_ms numeric, p99_ms numeric
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select s.provider, s.model, h.metric, h2.calls, h2.p50_ms, h2.p95_ms, h2.p99_ms
        from (
            select u.provider, u.model, sum(u.latency_histogram) as latency, sum(u.first_token_histogram) as first_token
            from catb.usage_pieces(p_from, p_to, 'total', 'UTC') p
            cross join lateral (
                select r.* from catb.usage_calls r
                where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
            where u.purpose = 'reply'
              and (p_provider is null or u.provider = p_provider) and (p_model is null or u.model = p_model)
            group by 1, 2
        ) s
        cross join lateral (values ('latency', s.latency), ('first_token', s.first_token)) as h(metric, histogram)
        cross join lateral catb.histogram_percentiles(h.histogram) h2
        where h2.calls > 0
        order by 1, 2, 3;
end
$$;
comment on function catb.analytics_models(timestamptz, timestamptz, text, text) is
    'The same percentiles as catb.analytics_latency, by model for the whole range.';

create function catb.analytics_failures(
    p_from timestamptz,
    p_to timestamptz,
    p_provider text default null,
    p_model text default null
)
returns table (provider text, model text, finish_reason text, calls bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    return query
        select u.provider, u.model, u.finish_reason, sum(u.calls)::bigint
        from catb.usage_pieces(p_from, p_to, 'total', 'UTC') p
        cross join lateral (
            select r.* from catb.usage_failures r
            where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
        where (p_provider is null or u.provider = p_provider) and (p_model is null or u.model = p_model)
        group by 1, 2, 3 order by 4 desc, 1, 2, 3;
end
$$;
comment on function catb.analytics_failures(timestamptz, timestamptz, text, text) is
    'Calls that did not end with stop, by model and finish reason, the most first.';

create function catb.analytics_slowest(
    p_from timestamptz,
    p_to timestamptz,
    p_provider text default null,
    p_model text default null,
    p_limit integer default 10
)
returns table (
    at timestamptz, provider text, model text, latency_ms integer, first_token_ms integer, output_tokens integer,
    finish_reason text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads what is shown here and no table.
begin
    return query
        select u.at, u.provider, u.model, u.latency_ms, u.first_token_ms, u.output_tokens, u.finish_reason
        from catb.usage_pieces(p_from, p_to, 'total', 'UTC') p
        cross join lateral (
            select r.* from catb.usage_slowest r
            where r.grain = p.grain and r.starts_at >= p.piece_from and r.starts_at < p.piece_to offset 0) u
        where (p_provider is null or u.provider = p_provider) and (p_model is null or u.model = p_model)
        order by u.latency_ms desc, u.at
        -- Each span keeps ten: of more than that, some might be missing.
        limit least(greatest(p_limit, 1), 10);
end
$$;
comment on function catb.analytics_slowest(timestamptz, timestamptz, text, text, integer) is
    'The slowest replies, at most ten. Of one provider or model: those that are among the ten slowest of their day at all.';

create function catb.analytics_days(p_from date, p_to date)
returns table (
    day date, active_sessions bigint, new_sessions bigint, returning_sessions bigint, turns bigint,
    messages_per_session numeric, cost_per_session_usd numeric
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: a materialized view has no policies, so nobody reads one but through here.
begin
    return query
        select d.day, d.active_sessions, d.new_sessions, d.returning_sessions, d.turns,
               trim_scale(round(d.messages / nullif(d.active_sessions, 0)::numeric, 2)),
               trim_scale(round(d.cost_usd / nullif(d.active_sessions, 0), 8))
        from catb.daily_sessions d
        where d.day >= p_from and d.day < p_to
        order by d.day;
end
$$;
comment on function catb.analytics_days(date, date) is
    'Sessions active on each day of UTC, new and returning, with messages and US dollars for each.';

create function catb.analytics_cohorts(p_from date, p_to date)
returns table (cohort_week date, weeks_after integer, sessions bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: a materialized view has no policies, so nobody reads one but through here.
begin
    return query
        select c.cohort_week, c.weeks_after, c.sessions
        from catb.weekly_cohorts c
        where c.cohort_week > p_from - 7 and c.cohort_week < p_to
        order by 1, 2;
end
$$;
comment on function catb.analytics_cohorts(date, date) is
    'Of the sessions created in each week (from Monday, UTC) that the range touches: how many were active so many weeks later.';

create function catb.analytics_session_lengths(p_from date, p_to date)
returns table (question text, length integer, sessions bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: a materialized view has no policies, so nobody reads one but through here.
begin
    return query
        select 'messages', l.messages, sum(l.sessions)::bigint
        from catb.session_lengths l where l.cohort_day >= p_from and l.cohort_day < p_to group by 2
        union all
        select 'turns_to_resolution', l.turns, sum(l.sessions)::bigint
        from catb.session_lengths l where l.cohort_day >= p_from and l.cohort_day < p_to and l.resolved group by 2
        order by 1, 2;
end
$$;
comment on function catb.analytics_session_lengths(date, date) is
    'Of the sessions created on these days: how many came to so many messages; and after how many turns they were resolved, '
    'which is to say: went quiet for a day after a complete answer that was not rated down. 50 stands for 50 and more.';

create function catb.analytics_funnel(
    p_from date,
    p_to date,
    out created bigint,
    out spoke bigint,
    out answered bigint,
    out came_back bigint,
    out rated bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    select coalesce(sum(u.sessions), 0) into created
    from catb.usage_sessions u
    where u.grain = 'day' and u.starts_at >= p_from::pg_catalog.timestamp at time zone 'UTC'
      and u.starts_at < p_to::pg_catalog.timestamp at time zone 'UTC';
    select coalesce(sum(l.sessions), 0), coalesce(sum(l.sessions) filter (where l.answered), 0),
           coalesce(sum(l.sessions) filter (where l.turns > 1), 0), coalesce(sum(l.sessions) filter (where l.rated), 0)
    into spoke, answered, came_back, rated
    from catb.session_lengths l
    where l.cohort_day >= p_from and l.cohort_day < p_to;
end
$$;
comment on function catb.analytics_funnel(date, date) is
    'Of the sessions created on these days of UTC: how many said something, got a whole answer, had a second turn, rated an answer.';

create function catb.analytics_quality(p_from date, p_to date)
returns table (
    week date, triage text, turns bigint, answers bigint, truncated bigint, abandoned bigint, failed bigint,
    rated_up bigint, rated_down bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: a materialized view has no policies, so nobody reads one but through here.
begin
    return query
        select q.week, q.triage, q.turns, q.answers, q.truncated, q.abandoned, q.failed, q.rated_up, q.rated_down
        from catb.weekly_quality q
        where q.week > p_from - 7 and q.week < p_to
        order by 1, 2;
end
$$;
comment on function catb.analytics_quality(date, date) is
    'Of each week (from Monday, UTC) that the range touches, by triage category: turns, answers and how they went.';

create function catb.analytics_model_weeks(p_from date, p_to date)
returns table (
    week date, provider text, model text, calls bigint, cost_usd numeric, unknown_calls bigint,
    cached_input_tokens bigint, saved_usd numeric
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: a materialized view has no policies, so nobody reads one but through here.
begin
    return query
        select m.week, m.provider, m.model, m.calls, m.cost_usd, m.unknown_calls, m.cached_input_tokens, m.saved_usd
        from catb.weekly_models m
        where m.week > p_from - 7 and m.week < p_to
        order by 1, 2, 3;
end
$$;
comment on function catb.analytics_model_weeks(date, date) is
    'Calls and cost of each model in each week (from Monday, UTC) that the range touches, and what caching saved.';

create function catb.analytics_now(
    out as_of timestamptz,
    out turns_last_5_minutes bigint,
    out unfinished_answers bigint,
    out rolled_up_at timestamptz,
    out rollup_lag_seconds numeric,
    out views_refreshed_at timestamptz,
    out waiting_marks bigint,
    out demo_sessions boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: an analyst reads sums through here and no table.
begin
    as_of := now();
    select p.rolled_up_at, round(extract(epoch from clock_timestamp() - p.rolled_up_at), 1), p.views_refreshed_at
    into rolled_up_at, rollup_lag_seconds, views_refreshed_at
    from catb.usage_progress p;
    select count(*) filter (where m.role = 'user'), count(*) filter (where m.state in ('pending', 'streaming'))
    into turns_last_5_minutes, unfinished_answers
    from public.messages m
    where m.created_at > now() - interval '5 minutes';
    waiting_marks := (select count(distinct m.quarter) from catb.usage_marks m);
    demo_sessions := exists (select from public.imported_conversations i where i.source = 'catb-demo');
end
$$;
comment on function catb.analytics_now() is
    'What goes on now: turns and unfinished answers of the last five minutes, how old the rollups and views are, how many '
    'closed quarters wait to be computed anew, and whether demo data is among it all.';

do $$
declare
    v_function pg_catalog.text;
begin
    for v_function in
        select p.oid::pg_catalog.regprocedure::pg_catalog.text
        from pg_catalog.pg_proc p
        where p.pronamespace = 'catb'::pg_catalog.regnamespace and p.proname like 'analytics\_%'
    loop
        execute format('revoke all on function %s from public, anon, authenticated, service_role', v_function);
        execute format('grant execute on function %s to catb_analyst', v_function);
    end loop;
end
$$;
