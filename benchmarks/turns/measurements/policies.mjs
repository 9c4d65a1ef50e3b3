/** Direct reads of one's own messages, with the policies and without. */
import { performance } from 'node:perf_hooks';
import { createSessionsWithHistories } from '../harness/catb-sessions.mjs';
import { withClient } from '../harness/contestant.mjs';
import { composeHistories } from '../harness/dialogues.mjs';
import { median, quantile } from '../harness/statistics.mjs';

const QUERY = (/** @type {string} */ table) =>
  `select seq, role, state, content, created_at from ${table}
   where session_id = $1 order by seq desc limit 50`;

/**
 * As the role `authenticated`, in one transaction for each session whose JWT claims are set once at
 * its start, the newest 50 messages are read from `public.messages` and from a copy of it in the
 * same database: same rows in the same order, same primary key, readable by the role, no policies.
 * The reads alternate; both are prepared, both name the session.
 *
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measurePolicies({ server, report, quick }) {
  report.begin("Direct reads of one's own newest 50 messages, 1 connection");
  const url = await server.createCatbDatabase('policies');
  const sessions = await withClient(url, async (client) => {
    const made = await createSessionsWithHistories(
      client,
      composeHistories(quick ? 100 : 400, 100),
    );
    await client.query(`
      create schema bench;
      create table bench.messages (like public.messages including defaults including constraints);
      insert into bench.messages select * from public.messages order by session_id, seq;
      alter table bench.messages add primary key (session_id, seq);
      grant usage on schema bench to authenticated;
      grant select on bench.messages to authenticated;`);
    await client.query('vacuum (analyze) public.sessions, public.messages, bench.messages');
    return made;
  });

  const sides = [
    { name: 'with policies', table: 'public.messages', times: /** @type {number[]} */ ([]) },
    { name: 'without policies', table: 'bench.messages', times: /** @type {number[]} */ ([]) },
  ];
  const ratios = /** @type {number[]} */ ([]);
  await withClient(url, async (client) => {
    for (const [index, { id }] of sessions.entries()) {
      await client.query('begin');
      await client.query('set local role authenticated');
      await client.query(`select set_config('request.jwt.claims', $1, true)`, [
        JSON.stringify({ role: 'authenticated', session_id: id }),
      ]);
      const taken = sides.map(() => /** @type {number[]} */ ([]));
      for (let read = 0; read < 11; read += 1) {
        for (const [side, { name, table }] of sides.entries()) {
          const start = performance.now();
          const { rows } = await client.query({ name, text: QUERY(table), values: [id] });
          if (rows.length !== 50)
            throw new Error(`${rows.length} messages were read ${name} instead of 50.`);
          // The first read of a session finds its pages, and the first session's prepares.
          if (read > 0 && index > 0) taken[side]?.push(performance.now() - start);
        }
      }
      await client.query('rollback');
      if (index === 0) continue;
      for (const [side, { times }] of sides.entries()) times.push(...(taken[side] ?? []));
      ratios.push(median(taken[0] ?? []) / median(taken[1] ?? []));
    }
  });
  for (const { name, times } of sides) {
    report.add({
      figure: `the newest 50 messages ${name}, p50`,
      value: quantile(times, 0.5),
      unit: 'ms',
    });
  }
  report.add({
    figure: 'reads with policies beside without',
    value: median(ratios),
    unit: 'x',
    atMost: 1.15,
  });
}
