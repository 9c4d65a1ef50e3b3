/** pgbench running catb's two functions as prepared statements: what the functions cost without catb's own code. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareServerRole } from '@catb/database';
import { timeAfterWarmUp } from '../harness/pgbench-log.mjs';
import { createSessionsWithHistories } from '../harness/catb-sessions.mjs';
import { WARM_UP_TURNS, withClient } from '../harness/contestant.mjs';
import { REPLY } from '../harness/dialogues.mjs';
import { findPgbench } from '../harness/find-pgbench.mjs';

const MESSAGE = 'He has been straining in the tray since this morning, what should I do?';

// pgbench reads no file of tokens, so a table gives them: one more look at an index in the first
// statement. Each client takes the next session of the round, as the other contestants do.
const SCRIPT = `
\\set n :n + 1
\\set session (:first + :client_id + :n * :clients) % :sessions
\\set key random(1, 9000000000000000000)
select * from public.begin_turn((select token from bench.tokens where n = :session), :message, 15, :key::text,
    p_context_tokens => 3000, p_context_messages => 40, p_turns_per_minute => 1000000) \\gset
select public.finish_turn(:session_id, :reply_seq, :attempt_id, :answer, :answer_tokens, false, false,
    'offline-guide', 'offline-guide', :key::text, 'exact', :input_tokens, 0, 0, :output_tokens, 12, 5, 'stop');
`;

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createPgbench() {
  const path = findPgbench();
  if (path === undefined) throw new Error('There is no pgbench on this machine.');
  let database = '';
  let sessions = 0;
  let taken = 0;
  /** Turns a second of the last time with so many connections: pgbench takes a count or a time, not both. */
  const rates = /** @type {Map<number, number>} */ (new Map());

  /** pgbench can't wait between rounds: each is a process of its own, whose warm-up is not counted. */
  const drive = async (
    /** @type {number} */ connections,
    /** @type {import('../harness/contestant.mjs').Bounds} */ { seconds, limit },
  ) => {
    const expected = (rates.get(connections) ?? 100 * Math.sqrt(connections)) * seconds;
    const each = Math.max(1, Math.ceil(Math.min(limit, expected) / connections)) + WARM_UP_TURNS;
    const variables = {
      n: 0,
      first: taken,
      clients: connections,
      sessions,
      message: MESSAGE,
      answer: REPLY.text,
      answer_tokens: 60,
      input_tokens: REPLY.inputTokens,
      output_tokens: REPLY.outputTokens,
    };
    const url = await prepareServerRole(database);
    const driven = await runPgbench(path, url, connections, each, variables);
    rates.set(connections, driven.turns / driven.seconds);
    taken += each * connections;
    return { ...driven, milliseconds: [] };
  };

  return {
    name: 'pgbench',
    prepare: async ({ url, histories }) => {
      database = url;
      sessions = histories.length;
      await withClient(url, async (client) => {
        const made = await createSessionsWithHistories(client, histories);
        await client.query('create schema bench');
        await client.query(
          'create table bench.tokens (n integer primary key, token text not null)',
        );
        await client.query(
          'insert into bench.tokens select n - 1, token from unnest($1::text[]) with ordinality as t (token, n)',
          [made.map(({ token }) => token)],
        );
        await client.query('analyze bench.tokens');
        await client.query('grant usage on schema bench to catb_server');
        await client.query('grant select on bench.tokens to catb_server');
      });
    },
    open: async (connections) => ({
      drive: (bounds) => drive(connections, bounds),
      close: async () => undefined,
    }),
    countMessages: () =>
      withClient(database, async (client) => {
        const { rows } = await client.query('select count(*)::integer as n from public.messages');
        return rows[0].n;
      }),
  };
}

/** @returns {Promise<{ turns: number, seconds: number }>} those after the warm-up of every connection */
async function runPgbench(
  /** @type {string} */ path,
  /** @type {string} */ database,
  /** @type {number} */ connections,
  /** @type {number} */ each,
  /** @type {Record<string, string | number>} */ variables,
) {
  const folder = await mkdtemp(join(tmpdir(), 'catb-pgbench-'));
  try {
    const script = join(folder, 'turn.sql');
    await writeFile(script, SCRIPT);
    const url = new URL(database);
    const threads = String(Math.min(connections, 2));
    const options = ['-n', '-M', 'prepared', '-c', String(connections), '-j', threads];
    const defined = Object.entries(variables).flatMap(([name, value]) => [
      '-D',
      `${name}=${value}`,
    ]);
    const child = spawn(path, [...options, '-t', String(each), '-l', '-f', script, ...defined], {
      cwd: folder,
      env: {
        ...process.env,
        PGHOST: url.hostname,
        PGPORT: url.port,
        PGDATABASE: url.pathname.slice(1),
        PGUSER: decodeURIComponent(url.username),
        PGPASSWORD: decodeURIComponent(url.password),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    const status = await new Promise((resolve) => child.on('close', resolve));
    if (status !== 0) throw new Error(`pgbench failed: ${said}`);
    const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'));
    const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
    return timeAfterWarmUp(texts.join(''), connections);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
