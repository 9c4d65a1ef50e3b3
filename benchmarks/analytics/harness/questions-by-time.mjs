/** In charge of the questions about buckets of time in any zone, which the rollups answer. */
import { bucketOf, notImported, savedUsd, turnRows, turnSums, within } from './row-sums.mjs';

/** @typedef {import('./dashboard-questions.mjs').Question} Question */

const byTime = ({ from, to, bucket, timezone }) => [from, to, bucket, timezone];
const byRange = ({ from, to }) => [from, to];

/**
 * Nearest ranks of the values in each slot of the logarithmic scale, by counting and not by merging.
 *
 * @param {string} made the columns that the rows are grouped by, as they are made
 * @param {string} group their names
 */
const percentiles = (made, group) => `
  with timed as (
    select ${made}, v.metric, ceil(ln(greatest(v.ms, 1)::float8) / ln(1.1::float8))::integer as slot
    from public.model_calls c
    cross join lateral (values ('latency', c.latency_ms), ('first_token', c.first_token_ms)) as v(metric, ms)
    where c.purpose = 'reply' and v.ms is not null and ${within('c.created_at')}
  ), slots as (
    select ${group}, metric, slot, count(*) as n from timed group by ${group}, metric, slot
  ), counted as (
    select s.*, sum(n) over (partition by ${group}, metric order by slot) as seen,
           sum(n) over (partition by ${group}, metric) as calls
    from slots s)
  select ${group}, metric, max(calls)::bigint as calls,
         ${[50, 95, 99]
           .map(
             (share) =>
               `round((1.1::float8 ^ min(slot) filter (where seen * 100 >= calls * ${share}) * 2 / 2.1)::numeric, 1) as p${share}_ms`,
           )
           .join(', ')}
  from counted group by ${group}, metric order by ${group}, metric`;

/** @type {Question[]} */
export const QUESTIONS_BY_TIME = [
  {
    name: 'analytics_buckets',
    asked: 'select * from catb.analytics_buckets($1, $2, $3, $4)',
    values: byTime,
  },
  {
    name: 'analytics_sessions',
    asked: 'select * from catb.analytics_sessions($1, $2, $3, $4)',
    raw: `select ${bucketOf('s.created_at')} as bucket_start, count(*) as sessions
          from public.sessions s where ${within('s.created_at')} and ${notImported('s.id')} group by 1 order by 1`,
    values: byTime,
  },
  {
    name: 'analytics_turns',
    asked: 'select * from catb.analytics_turns($1, $2, $3, $4)',
    raw: `select ${bucketOf('m.created_at')} as bucket_start, coalesce(q.triage_category::text, 'none') as triage, ${turnSums}
          from ${turnRows} where ${within('m.created_at')} and ${notImported('m.session_id')}
          group by 1, 2 order by 1, 2`,
    values: byTime,
  },
  {
    name: 'analytics_calls',
    asked: 'select * from catb.analytics_calls($1, $2, $3, $4)',
    raw: `select ${bucketOf('c.created_at')} as bucket_start, c.provider, c.model, c.purpose::text, count(*) as calls,
                 count(*) filter (where c.cost_certainty = 'exact') as exact_calls,
                 count(*) filter (where c.cost_certainty = 'estimated') as estimated_calls,
                 count(*) filter (where c.cost_certainty = 'unknown') as unknown_calls,
                 count(*) filter (where c.finish_reason not in ('stop', 'length')) as failed_calls,
                 sum(c.input_tokens)::bigint as input_tokens, sum(c.cached_input_tokens)::bigint as cached_input_tokens,
                 sum(c.cache_write_tokens)::bigint as cache_write_tokens, sum(c.output_tokens)::bigint as output_tokens,
                 sum(coalesce(c.cost_usd, 0)) as cost_usd, sum(${savedUsd}) as saved_usd
          from public.model_calls c left join public.model_prices p on p.id = c.price_id
          where ${within('c.created_at')} group by 1, 2, 3, c.purpose order by 1, 2, 3, 4`,
    values: byTime,
  },
  {
    name: 'analytics_latency',
    asked: 'select * from catb.analytics_latency($1, $2, $3, $4)',
    raw: percentiles(`${bucketOf('c.created_at')} as bucket_start`, 'bucket_start'),
    values: byTime,
  },
  {
    name: 'analytics_models',
    asked: 'select * from catb.analytics_models($1, $2)',
    raw: percentiles('c.provider, c.model', 'provider, model'),
    values: byRange,
  },
  {
    name: 'analytics_failures',
    asked: 'select * from catb.analytics_failures($1, $2)',
    raw: `select c.provider, c.model, c.finish_reason, count(*) as calls from public.model_calls c
          where ${within('c.created_at')} and c.finish_reason <> 'stop'
          group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
    values: byRange,
  },
  {
    name: 'analytics_slowest',
    asked: 'select * from catb.analytics_slowest($1, $2)',
    raw: `select c.created_at as at, c.provider, c.model, c.latency_ms, c.first_token_ms, c.output_tokens, c.finish_reason
          from public.model_calls c where ${within('c.created_at')} and c.purpose = 'reply'
          order by c.latency_ms desc, c.created_at limit 10`,
    values: byRange,
  },
  {
    name: 'analytics_now',
    asked: 'select * from catb.analytics_now()',
    values: () => [],
  },
];
