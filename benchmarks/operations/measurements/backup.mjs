/** In charge of a backup and a restore, beside plain COPY of the same rows by the same driver. */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { withClient } from '../../turns/harness/contestant.mjs';
import { generateMessages } from '../../turns/harness/generate-messages.mjs';

const OPERATIONS = new URL('../../../packages/operations/package.json', import.meta.url);
const CATB = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));
const { from: copyFrom, to: copyTo } = createRequire(OPERATIONS)('pg-copy-streams');

const TABLES = ['public.sessions', 'public.messages', 'public.model_calls'];
const RUNS = 3;

/**
 * @param {{ server: import('../../turns/harness/server.mjs').Server,
 *   report: import('../../turns/harness/report.mjs').Report, messages: number }} options
 */
export async function measureBackup({ server, report, messages }) {
  const url = await server.createCatbDatabase('backed_up');
  const stored = await generateMessages(server.asSuperuser(url), messages);
  await withClient(server.asSuperuser(url), (client) => client.query('drop schema bench cascade'));
  const folder = mkdtempSync(join(tmpdir(), 'catb-bench-backup-'));
  try {
    report.begin(`${stored.toLocaleString('en')} messages, the best of ${RUNS} of each, in turn`);
    await measureCreate(url, folder, report);
    await measureRestore(server, folder, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** COPY first, then the backup, and so on: what else the machine does falls on both. */
async function measureCreate(url, folder, report) {
  const copies = [];
  const backups = [];
  const peaks = [];
  for (let run = 0; run < RUNS; run += 1) {
    copies.push(await timed(() => copyOut(url, folder)));
    rmSync(join(folder, 'backups'), { recursive: true, force: true });
    const { answer, peak } = await runCatb(
      ['backup', 'create', '--to', join(folder, 'backups')],
      url,
    );
    backups.push(answer.seconds);
    peaks.push(peak);
  }
  const [copy, backup] = [Math.min(...copies), Math.min(...backups)];
  report.add({ figure: 'COPY of the three large tables to files', value: copy, unit: 's' });
  report.add({ figure: 'backup of all tables', value: backup, unit: 's' });
  report.add({ figure: 'backup beside COPY', value: backup / copy, unit: 'times', atMost: 1.3 });
  report.add({
    figure: 'memory of the backup, peak',
    value: Math.max(...peaks),
    unit: 'MB',
    atMost: 200,
  });
}

async function measureRestore(server, folder, report) {
  const copies = [];
  const restores = [];
  const peaks = [];
  for (let run = 0; run < RUNS; run += 1) {
    const plain = await server.createCatbDatabase(`plain_${run}`);
    copies.push(await timed(() => copyIn(server.asSuperuser(plain), folder)));
    const empty = await server.createDatabase(`empty_${run}`);
    const { answer, peak } = await runCatb(['backup', 'restore', join(folder, 'backups')], empty);
    restores.push(answer.seconds);
    peaks.push(peak);
  }
  const [copy, restore] = [Math.min(...copies), Math.min(...restores)];
  report.add({ figure: 'COPY in and index builds', value: copy, unit: 's' });
  report.add({ figure: 'restore, schema and checks included', value: restore, unit: 's' });
  report.add({ figure: 'restore beside COPY', value: restore / copy, unit: 'times', atMost: 1.3 });
  report.add({
    figure: 'memory of the restore, peak',
    value: Math.max(...peaks),
    unit: 'MB',
    atMost: 200,
  });
}

const fileOf = (folder, table) => join(folder, `${table}.copy`);

const copyOut = (url, folder) =>
  withClient(url, async (client) => {
    for (const table of TABLES) {
      await pipeline(
        client.query(copyTo(`copy ${table} to stdout`)),
        createWriteStream(fileOf(folder, table)),
      );
    }
  });

/** What a person would do: keys and indexes away, rows in, keys and indexes back. */
const copyIn = (url, folder) =>
  withClient(url, async (client) => {
    await client.query('begin');
    const { rows: keys } = await client.query(
      `select conrelid::regclass::text as tab, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'u', 'p')
       order by contype = 'f' desc`,
    );
    const { rows: indexes } = await client.query(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
       where not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    );
    for (const { tab, name } of keys)
      await client.query(`alter table ${tab} drop constraint ${name}`);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    for (const table of TABLES) {
      await pipeline(
        createReadStream(fileOf(folder, table)),
        client.query(copyFrom(`copy ${table} from stdin`)),
      );
    }
    for (const { definition } of indexes) await client.query(definition);
    for (const { tab, name, definition } of [...keys].reverse()) {
      await client.query(`alter table ${tab} add constraint ${name} ${definition}`);
    }
    await client.query('commit; analyze');
  });

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/** The command as a person runs it, with the most memory that its process had, in MB. */
async function runCatb(args, url) {
  const child = spawn(process.execPath, [CATB, ...args, '--db-url', url, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, complaints, peak] = ['', '', 0];
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (status !== 0)
    throw new Error(`catb ${args[1]} ended with ${status}: ${complaints || output}`);
  return { answer: JSON.parse(output), peak };
}

/** Linux counts it; elsewhere it is 0. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
