/** In charge of the questions about days and weeks of UTC, which the materialized views answer. */
import { dayOf, notImported, savedUsd, turnRows, weekOf } from './row-sums.mjs';

/** @returns {unknown[]} days of UTC that lie in the range */
const byDays = ({ from, to }) => [from, to].map((at) => new Date(at).toISOString().slice(0, 10));

const ofSessions = `
  with said as (
    select m.session_id, ${dayOf('m.created_at')} as day,
           count(*) filter (where m.role = 'user') as turns, count(*) as messages
    from public.messages m where ${notImported('m.session_id')} group by 1, 2
  ), spent as (
    select ${dayOf('c.created_at')} as day, sum(c.cost_usd) as cost_usd from public.model_calls c group by 1
  ), dated as (
    select said.*, ${dayOf('s.created_at')} as cohort_day
    from said join public.sessions s on s.id = said.session_id)`;

/** One row a session: how long it became and how it ended. */
const lengths = `
  with said as (
    select m.session_id, count(*) filter (where m.role = 'user') as turns, count(*) as messages,
           max(${dayOf('m.created_at')}) as last_said,
           count(*) filter (where m.role = 'assistant' and m.state = 'complete') as complete,
           count(f.rating) as rated, max(m.seq) filter (where m.role = 'assistant') as last_answer
    from public.messages m
    left join public.feedback f on f.session_id = m.session_id and f.seq = m.seq
    where ${notImported('m.session_id')} group by 1
  ), called as (
    select c.session_id, max(${dayOf('c.created_at')}) as last_call from public.model_calls c group by 1
  ), ended as (
    select said.*, ${dayOf('s.created_at')} as cohort_day,
           a.state = 'complete' and f.rating is distinct from 'down'
             and greatest(said.last_said, called.last_call) < ${dayOf('now()')} - 1 as resolved
    from said
    join public.sessions s on s.id = said.session_id
    left join called on called.session_id = said.session_id
    left join public.messages a on a.session_id = said.session_id and a.seq = said.last_answer
    left join public.feedback f on f.session_id = said.session_id and f.seq = said.last_answer
    where said.turns > 0
  ), chosen as (select * from ended where cohort_day >= $1::date and cohort_day < $2::date)`;

/** @type {import('./dashboard-questions.mjs').Question[]} */
export const QUESTIONS_BY_DAY = [
  {
    name: 'analytics_days',
    asked: 'select * from catb.analytics_days($1, $2)',
    raw: `${ofSessions}
          select d.day, count(*) filter (where d.turns > 0) as active_sessions,
                 count(*) filter (where d.turns > 0 and d.cohort_day = d.day) as new_sessions,
                 count(*) filter (where d.turns > 0 and d.cohort_day < d.day) as returning_sessions,
                 sum(d.turns)::bigint as turns,
                 trim_scale(round(sum(d.messages) / nullif(count(*) filter (where d.turns > 0), 0), 2)) as messages_per_session,
                 trim_scale(round(coalesce(max(spent.cost_usd), 0) / nullif(count(*) filter (where d.turns > 0), 0), 8))
                   as cost_per_session_usd
          from dated d left join spent on spent.day = d.day
          where d.day >= $1::date and d.day < $2::date group by d.day order by d.day`,
    values: byDays,
  },
  {
    name: 'analytics_cohorts',
    asked: 'select * from catb.analytics_cohorts($1, $2)',
    raw: `${ofSessions}
          select date_trunc('week', d.cohort_day)::date as cohort_week,
                 (date_trunc('week', d.day)::date - date_trunc('week', d.cohort_day)::date) / 7 as weeks_after,
                 count(distinct d.session_id) as sessions
          from dated d where d.turns > 0 and date_trunc('week', d.cohort_day)::date > $1::date - 7
            and date_trunc('week', d.cohort_day)::date < $2::date
          group by 1, 2 order by 1, 2`,
    values: byDays,
  },
  {
    name: 'analytics_session_lengths',
    asked: 'select * from catb.analytics_session_lengths($1, $2)',
    raw: `${lengths}
          select 'messages' as question, least(messages, 50)::integer as length, count(*) as sessions
          from chosen group by 2
          union all
          select 'turns_to_resolution', least(turns, 50)::integer, count(*) from chosen where resolved group by 2
          order by 1, 2`,
    values: byDays,
  },
  {
    name: 'analytics_funnel',
    asked: 'select * from catb.analytics_funnel($1, $2)',
    raw: `${lengths}
          select (select count(*) from public.sessions s
                  where ${dayOf('s.created_at')} >= $1::date and ${dayOf('s.created_at')} < $2::date
                    and ${notImported('s.id')}) as created,
                 count(*) as spoke, count(*) filter (where complete > 0) as answered,
                 count(*) filter (where turns > 1) as came_back, count(*) filter (where rated > 0) as rated
          from chosen`,
    values: byDays,
  },
  {
    name: 'analytics_quality',
    asked: 'select * from catb.analytics_quality($1, $2)',
    raw: `select * from (
            select ${weekOf('m.created_at')} as week, coalesce(q.triage_category::text, 'none') as triage,
                   count(*) filter (where m.role = 'user') as turns, count(*) filter (where m.role = 'assistant') as answers,
                   count(*) filter (where m.truncated) as truncated,
                   count(*) filter (where m.state in ('aborted', 'pending', 'streaming')) as abandoned,
                   count(*) filter (where m.state = 'failed') as failed,
                   count(*) filter (where f.rating = 'up') as rated_up, count(*) filter (where f.rating = 'down') as rated_down
            from ${turnRows} where ${notImported('m.session_id')} group by 1, 2) w
          where week > $1::date - 7 and week < $2::date order by 1, 2`,
    values: byDays,
  },
  {
    name: 'analytics_model_weeks',
    asked: 'select * from catb.analytics_model_weeks($1, $2)',
    raw: `select * from (
            select ${weekOf('c.created_at')} as week, c.provider, c.model, count(*) as calls,
                   sum(coalesce(c.cost_usd, 0)) as cost_usd,
                   count(*) filter (where c.cost_certainty = 'unknown') as unknown_calls,
                   sum(c.cached_input_tokens)::bigint as cached_input_tokens, sum(${savedUsd}) as saved_usd
            from public.model_calls c left join public.model_prices p on p.id = c.price_id group by 1, 2, 3) w
          where week > $1::date - 7 and week < $2::date order by 1, 2, 3`,
    values: byDays,
  },
];
