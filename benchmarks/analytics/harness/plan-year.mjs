/**
 * In charge of when a year's sessions begin, how long they are and what happens in their turns: plans
 * them in tables of their own, on the server, so that ten million messages never pass through here.
 */

/** Turns of a session, over and over: mean 3, so 6 messages. */
const SESSION_TURNS = [1, 1, 1, 2, 2, 3, 3, 4, 5, 8];
const TURNS_IN_TEN_SESSIONS = SESSION_TURNS.reduce((sum, turns) => sum + turns, 0);

/** The year's traffic ends this long ago, so that nothing of it is open any more. */
const ENDED = '1 hour';

/** Four models; the second replaces the first half-way, the third gets cheaper after two thirds. */
export const MODELS = [
  { provider: 'openai', model: 'gpt-mini', median: 900, spread: 0.45, firstToken: 0.35 },
  { provider: 'anthropic', model: 'claude-haiku', median: 700, spread: 0.4, firstToken: 0.4 },
  { provider: 'anthropic', model: 'claude-sonnet', median: 2_100, spread: 0.5, firstToken: 0.3 },
  { provider: 'offline-guide', model: 'offline-guide', median: 3, spread: 0.3, firstToken: 0.9 },
];

const TABLES = `
  create schema bench;
  create unlogged table bench.hours (starts_at timestamptz primary key, sessions integer not null);
  create unlogged table bench.sessions (
      n bigint not null, id uuid not null, secret bytea not null, created_at timestamptz not null,
      turns integer not null, returns boolean not null);
  create unlogged table bench.models (
      n integer primary key, provider text not null, model text not null,
      median_ms float8 not null, spread float8 not null, first_token float8 not null);`;

// Twice the sessions at the end of the year, two zones' days over each other, and quieter weekends.
const HOURS = `
  with weighed as (
      select h.starts_at,
             (1 + extract(epoch from h.starts_at - y.begins) / extract(epoch from y.ends - y.begins))
             * case when extract(isodow from h.starts_at) >= 6 then 0.65 else 1 end
             * (0.15 + exp(-((extract(hour from h.starts_at) - 17) / 4.0) ^ 2)
                     + 0.6 * exp(-((extract(hour from h.starts_at) - 2) / 3.0) ^ 2)) as weight
      from (select date_trunc('hour', now() - interval '${ENDED}') as ends,
                   date_trunc('hour', now() - interval '${ENDED}') - interval '12 months' as begins) y,
           generate_series(y.begins, y.ends - interval '1 hour', '1 hour') as h(starts_at)
  ), added as (
      select starts_at, sum(weight) over (order by starts_at) as upto, weight, sum(weight) over () as whole from weighed)
  insert into bench.hours
  select starts_at, round($1::integer * upto / whole)::integer - round($1::integer * (upto - weight) / whole)::integer
  from added order by starts_at`;

// One session in eight comes back on later days. Those of the last month would come back in the future.
const SESSIONS = `
  insert into bench.sessions (n, id, secret, created_at, turns, returns)
  select made.n, made.id, sha256(convert_to('secret ' || made.n, 'UTF8')), uuid_extract_timestamp(made.id),
         ($1::integer[])[1 + made.n % cardinality($1::integer[])],
         made.n % 8 = 0 and made.at < now() - interval '30 days'
  from (
      select row_number() over (order by t.at) as n, t.at, uuidv7(t.at - now()) as id
      from (
          select h.starts_at + interval '1 hour' * ((k - random()) / h.sessions) as at
          from bench.hours h cross join lateral generate_series(1, h.sessions) as k
          offset 0) t) made
  order by made.n`;

/**
 * Plans a year of sessions.
 *
 * @param {import('pg').Client} client on a new database with catb's schema, as the superuser
 * @param {number} messages about how many there are going to be
 * @returns {Promise<void>}
 */
export async function planYear(client, messages) {
  const tens = Math.max(1, Math.round(messages / 2 / TURNS_IN_TEN_SESSIONS));
  await client.query(TABLES);
  await client.query('select setseed(0.5)');
  await client.query(HOURS, [tens * SESSION_TURNS.length]);
  await client.query(SESSIONS, [SESSION_TURNS]);
  await client.query('create index on bench.sessions (created_at) where returns');
  await client.query('create index on bench.sessions (created_at)');
  for (const [n, { provider, model, median, spread, firstToken }] of MODELS.entries()) {
    await client.query('insert into bench.models values ($1, $2, $3, $4, $5, $6)', [
      n,
      provider,
      model,
      median,
      spread,
      firstToken,
    ]);
  }
  await client.query('analyze bench.hours, bench.sessions, bench.models');
}
