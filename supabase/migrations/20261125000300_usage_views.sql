-- Materialized views of what is asked by day and week.
--
-- Why: these questions read many rows of catb.session_days and bear to be some minutes old. A materialized
-- view has no policies: nobody may read one but the functions of the next file.
-- Cost on a big database: the views are made of the rollups, empty until those are filled.

create materialized view catb.daily_sessions as
    select d.day,
           count(*) filter (where d.turns > 0) as active_sessions,
           count(*) filter (where d.turns > 0 and d.cohort_day = d.day) as new_sessions,
           count(*) filter (where d.turns > 0 and d.cohort_day < d.day) as returning_sessions,
           sum(d.turns)::bigint as turns, sum(d.messages)::bigint as messages, sum(d.cost_usd) as cost_usd
    from catb.session_days d
    group by d.day;
create unique index daily_sessions_day on catb.daily_sessions (day);
comment on materialized view catb.daily_sessions is 'Sessions that were active on each day, new and returning, and what they came to.';

create materialized view catb.weekly_cohorts as
    select date_trunc('week', d.cohort_day)::date as cohort_week,
           (date_trunc('week', d.day)::date - date_trunc('week', d.cohort_day)::date) / 7 as weeks_after,
           count(distinct d.session_key) as sessions
    from catb.session_days d
    where d.turns > 0
    group by 1, 2;
create unique index weekly_cohorts_week on catb.weekly_cohorts (cohort_week, weeks_after);
comment on materialized view catb.weekly_cohorts is
    'How many of the sessions created in a week were active so many weeks later.';

create materialized view catb.session_lengths as
    with sessions as (
        select d.session_key, d.cohort_day, max(d.day) as last_day, sum(d.turns) as turns, sum(d.messages) as messages,
               sum(d.answers_complete) as answers_complete, sum(d.answers_rated) as answers_rated,
               (array_agg(d.resolved order by d.day desc) filter (where d.resolved is not null))[1] as resolved
        from catb.session_days d
        group by d.session_key, d.cohort_day)
    select s.cohort_day, least(s.messages, 50)::integer as messages, least(s.turns, 50)::integer as turns,
           -- A whole day went by without a word.
           coalesce(s.resolved, false) and s.last_day < (now() at time zone 'UTC')::date - 1 as resolved,
           s.answers_complete > 0 as answered, s.answers_rated > 0 as rated, count(*) as sessions
    from sessions s
    where s.turns > 0
    group by 1, 2, 3, 4, 5, 6;
create unique index session_lengths_key on catb.session_lengths (cohort_day, messages, turns, resolved, answered, rated);
comment on materialized view catb.session_lengths is
    'Sessions by the day they were created on, how long they became (51 and more count as 50) and how they ended.';

create materialized view catb.weekly_quality as
    select date_trunc('week', u.starts_at at time zone 'UTC')::date as week, u.triage, sum(u.turns)::bigint as turns,
           sum(u.answers)::bigint as answers, sum(u.answers_truncated)::bigint as truncated,
           sum(u.answers_aborted + u.answers_unfinished)::bigint as abandoned, sum(u.answers_failed)::bigint as failed,
           sum(u.rated_up)::bigint as rated_up, sum(u.rated_down)::bigint as rated_down
    from catb.usage_turns u
    where u.grain = 'day'
    group by 1, 2;
create unique index weekly_quality_key on catb.weekly_quality (week, triage);
comment on materialized view catb.weekly_quality is
    'Triage mix and emergencies, abandoned, failed and truncated answers and ratings of each week.';

create materialized view catb.weekly_models as
    select date_trunc('week', u.starts_at at time zone 'UTC')::date as week, u.provider, u.model, sum(u.calls)::bigint as calls,
           sum(u.cost_usd) as cost_usd, sum(u.unknown_calls)::bigint as unknown_calls,
           sum(u.cached_input_tokens)::bigint as cached_input_tokens, sum(u.saved_usd) as saved_usd
    from catb.usage_calls u
    where u.grain = 'day'
    group by 1, 2, 3;
create unique index weekly_models_key on catb.weekly_models (week, provider, model);
comment on materialized view catb.weekly_models is 'Cost of each model by week, and what caching saved.';

revoke all on table catb.daily_sessions, catb.weekly_cohorts, catb.session_lengths, catb.weekly_quality, catb.weekly_models
    from public, anon, authenticated, service_role;

create function catb.refresh_usage_views(p_not_before interval default '15 minutes')
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: only the owner of a materialized view may refresh it.
begin
    if not pg_try_advisory_xact_lock(hashtext('catb.refresh_usage_views'))
        or exists (select from catb.usage_progress p where p.views_refreshed_at > now() - p_not_before) then
        return false;
    end if;
    refresh materialized view concurrently catb.daily_sessions;
    refresh materialized view concurrently catb.weekly_cohorts;
    refresh materialized view concurrently catb.session_lengths;
    refresh materialized view concurrently catb.weekly_quality;
    refresh materialized view concurrently catb.weekly_models;
    update catb.usage_progress p set views_refreshed_at = now() where p.only_row;
    return true;
end
$$;
comment on function catb.refresh_usage_views(interval) is
    'Makes the materialized views anew, beside their readers, unless that was done within p_not_before or is being done.';
revoke all on function catb.refresh_usage_views(interval) from public;
grant execute on function catb.refresh_usage_views(interval) to catb_server;
