/** In charge of retention under load: a month of twelve goes while turns come in at a fixed rate. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setRetentionPolicy, openDatabase } from '@catb/database';
import { runRetention } from '@catb/operations';
import { keepRolling } from '../../analytics/harness/keep-rolling.mjs';
import { openTurns } from '../../analytics/harness/take-turns.mjs';
import { withClient } from '../../turns/harness/contestant.mjs';
import { quantile } from '../../turns/harness/statistics.mjs';
import { paceTurns } from '../harness/pace-turns.mjs';

const CONNECTIONS = 4;
const TURNS_A_SECOND = 40;
const QUIET_SECONDS = 20;
const TABLES = ['public.sessions', 'public.messages', 'public.model_calls'];

/** @param {import('./measurement.mjs').Context} context a copy of the year loses its oldest month */
export async function measureRetention({ server, report, year }) {
  const ownerUrl = await year.copy('retained');
  const url = server.asSuperuser(ownerUrl);
  const load = await openTurns({ url, ownerUrl, connections: CONNECTIONS });
  const rolling = keepRolling(load.database);
  try {
    report.begin(
      `a month of twelve of ${year.messages.toLocaleString('en')} messages, ` +
        `under ${TURNS_A_SECOND} turns a second on ${CONNECTIONS} connections`,
    );
    const firstDue = await dueAfterDays(url);
    await withOwner(ownerUrl, (owner) =>
      setRetentionPolicy(owner, { data: 'sessions', keepDays: firstDue }),
    );
    await server.checkpoint();
    await drive(load.turn, () => sleep(3_000));
    const before = await drive(load.turn, () => sleep(QUIET_SECONDS * 1_000));
    const during = await drive(load.turn, () => runRetention({ url: ownerUrl }));
    const after = await drive(load.turn, () => sleep(QUIET_SECONDS * 1_000));
    const quiet = quantile([...before.times, ...after.times], 0.95);
    const busy = quantile(during.times, 0.95);
    const { removed, seconds, longestBatchMs } = during.result;
    report.add({ figure: 'turn p95 without, before and after', value: quiet, unit: 'ms' });
    report.add({ figure: 'turn p95 during the run', value: busy, unit: 'ms' });
    report.add({
      figure: 'turn p95 beside without',
      value: busy / quiet,
      unit: 'times',
      atMost: 1.2,
    });
    report.add({ figure: 'messages removed', value: removed.messages, unit: 'messages' });
    report.add({ figure: 'the run, rests and vacuum included', value: seconds, unit: 's' });
    report.add({ figure: 'its longest batch', value: longestBatchMs, unit: 'ms' });
    await measureGrowth(url, report, removed.messages);
  } finally {
    await rolling.stop();
    await load.database.close();
  }
}

/** Turns at their own rate for as long as the work takes. */
async function drive(turn, work) {
  let isOver = false;
  const [times, result] = await Promise.all([
    paceTurns({ turn, perSecond: TURNS_A_SECOND, isOver: () => isOver }),
    work().finally(() => (isOver = true)),
  ]);
  return { times, result };
}

/** As many messages come in as went out, in sessions of their own: do the tables grow? */
async function measureGrowth(url, report, messages) {
  const sizes = () =>
    withClient(url, async (client) => {
      const { rows } = await client.query(
        `select sum(pg_table_size(t::regclass))::float8 as heap, sum(pg_indexes_size(t::regclass))::float8 as indexes
         from unnest($1::text[]) t`,
        [TABLES],
      );
      return rows[0];
    });
  const before = await sizes();
  await withClient(url, (client) => client.query(COME_IN, [messages]));
  const after = await sizes();
  report.add({
    figure: 'tables after as much came in',
    value: after.heap / before.heap,
    unit: 'times',
    atMost: 1.01,
  });
  report.add({ figure: 'their indexes', value: after.indexes / before.indexes, unit: 'times' });
}

/** New sessions, with the newest conversations of the year said once more. */
const COME_IN = `
  with renewed as (
    select s.id as old, catb.uuid_v7() as id, s.last_seq, sum(s.last_seq) over (order by s.id desc) as so_far
    from public.sessions s),
  opened as (
    insert into public.sessions (id, expires_at, last_seq, secret_sha256)
    select id, now() + interval '30 days', last_seq, sha256('x') from renewed where so_far <= $1
    returning id),
  said as (
    insert into public.messages (session_id, seq, token_count, role, triage_category, content)
    select r.id, m.seq, m.token_count, m.role, m.triage_category, m.content
    from renewed r join public.messages m on m.session_id = r.old
    where r.so_far <= $1 and m.state = 'complete'
    order by r.id, m.seq
    returning 1)
  insert into public.model_calls (session_id, seq, purpose, usage_certainty, cost_certainty, input_tokens,
      cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, cost_usd, provider, model, finish_reason,
      request_id)
  select r.id, c.seq, c.purpose, c.usage_certainty, c.cost_certainty, c.input_tokens, c.cached_input_tokens,
         c.cache_write_tokens, c.output_tokens, c.latency_ms, c.cost_usd, c.provider, c.model, c.finish_reason, c.request_id
  from renewed r join public.model_calls c on c.session_id = r.old
  where r.so_far <= $1`;

/** So many days that a twelfth of the time between the first session and now is due. */
const dueAfterDays = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `select floor(extract(epoch from now() - min(created_at)) / 86400 * 11 / 12)::integer as days from public.sessions`,
    );
    return rows[0].days;
  });

async function withOwner(url, work) {
  const owner = openDatabase({ url, max: 1 });
  await work(owner).finally(() => owner.close());
}
