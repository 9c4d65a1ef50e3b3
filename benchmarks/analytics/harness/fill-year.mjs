/**
 * In charge of a database with a year of conversations: made on the server by set-based SQL, in the
 * order of time, as the rows of a real year would lie.
 */
import { withClient } from '../../turns/harness/contestant.mjs';
import { fillSpan, PREPARE_SPANS } from './fill-span.mjs';
import { planYear } from './plan-year.mjs';

/** Kept short, so that what one statement sorts fits its memory. */
const SPAN = '7 days';

const PRICES = `
  insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok,
      cached_input_usd_per_mtok, cache_write_usd_per_mtok, output_usd_per_mtok)
  values ('openai', 'gpt-mini', 'own', '-infinity', 0.25, 0.025, null, 2),
         ('anthropic', 'claude-haiku', 'own', '-infinity', 1, 0.1, 1.25, 5),
         ('anthropic', 'claude-sonnet', 'own', '-infinity', 3, 0.3, 3.75, 15),
         ('anthropic', 'claude-sonnet', 'own', now() - interval '4 months', 2.4, 0.24, 3, 12)`;

const SPANS = `
  select s.starts_at, s.starts_at + interval '${SPAN}' as ends_at
  from (select min(created_at) as first_at from bench.sessions) f,
       generate_series(f.first_at, now(), interval '${SPAN}') as s(starts_at)
  order by 1`;

/**
 * @typedef {object} FilledYear
 * @property {number} messages
 * @property {number} sessions
 * @property {Date} from the first day with something in it, at midnight UTC
 * @property {Date} to the midnight UTC after the last
 * @property {number} seconds how long the filling took, without the rollups
 */

/**
 * Fills a database of catb's with a year of conversations, without rollups.
 *
 * @param {string} url as the superuser
 * @param {number} messages about how many; 1.67 sessions of three turns for ten of them
 * @param {(done: string) => void} [tell] is told how far it has come
 * @returns {Promise<FilledYear>}
 */
export async function fillYear(url, messages, tell = () => {}) {
  const began = performance.now();
  return withClient(url, async (client) => {
    // The checks of the tables run. Foreign keys are taken as read, sessions come first; the triggers
    // of the rollups would leave a mark for each row, and what they would mark is rolled up as a whole.
    await client.query("set session_replication_role = replica; set work_mem = '256MB'");
    await planYear(client, messages);
    await client.query(PRICES);
    await client.query(PREPARE_SPANS);
    const { rows: spans } = await client.query(SPANS);
    for (const [done, { starts_at: from, ends_at: to }] of spans.entries()) {
      await fillSpan(client, from, to);
      tell(`${done + 1} of ${spans.length} weeks`);
    }
    await client.query(
      'vacuum (analyze) public.sessions, public.messages, public.model_calls, public.feedback',
    );
    const { rows } = await client.query(
      `select (select count(*) from public.messages)::integer as messages,
              (select count(*) from public.sessions)::integer as sessions,
              date_trunc('day', min(created_at), 'UTC') as from,
              date_trunc('day', max(created_at), 'UTC') + interval '1 day' as to
       from public.messages`,
    );
    return { ...rows[0], seconds: (performance.now() - began) / 1000 };
  });
}
