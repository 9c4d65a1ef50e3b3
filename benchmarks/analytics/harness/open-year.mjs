/**
 * In charge of the database that has a year in it: filled and rolled up, or, where a folder keeps it, the
 * one that an earlier run left there. The benchmarks of analytics and of operations share it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrateUp } from '@catb/database';
import { startServer } from '../../turns/harness/server.mjs';
import { withClient } from '../../turns/harness/contestant.mjs';
import { fillYear } from './fill-year.mjs';
import { rollUpYear } from './roll-up-year.mjs';

const DATABASE = 'year';

/**
 * @typedef {import('./fill-year.mjs').FilledYear & { url: string, ownerUrl: string, rolledUpIn: number,
 *   isReused: boolean, copy: (name: string) => Promise<string> }} Year `url` as the superuser; `copy` makes
 *   another database of it, for what changes more than a few turns do, and gives the URL of its owner
 *
 * @typedef {object} YearServer
 * @property {import('../../turns/harness/server.mjs').Server} server
 * @property {() => Promise<Year>} open fills it, or finds it filled
 * @property {() => Promise<void>} stop a kept folder is left as the next run wants it
 */

/**
 * Starts a server for a year of conversations.
 *
 * @param {{ messages: number, keep?: string, settings?: Record<string, string> }} options `keep` is a folder: an
 *   earlier run that stopped cleanly has left its databases there, and this one will
 * @returns {Promise<YearServer>}
 */
export async function startYear({ messages, keep, settings = {} }) {
  const folder = keep === undefined ? undefined : resolve(keep);
  const note = folder === undefined ? undefined : join(folder, 'year.json');
  const kept = note === undefined ? undefined : readNote(note);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const server = await startServer(
    settings,
    folder === undefined ? undefined : join(folder, 'data'),
  );
  // Until this run has stopped cleanly nobody knows what is in the folder.
  if (note !== undefined) rmSync(note, { force: true });
  /** @type {object | undefined} */
  let filled;

  return {
    server,
    open: async () => {
      const isReused = kept?.asked === messages;
      const ownerUrl = isReused ? server.urlOf(DATABASE) : await makeAnew(server);
      const url = server.asSuperuser(ownerUrl);
      if (isReused) await migrateUp({ url: ownerUrl });
      const year = isReused ? revive(kept.year) : await fill(url, ownerUrl, messages);
      filled = year;
      await server.checkpoint();
      const copy = (/** @type {string} */ name) => server.copyDatabase(name, DATABASE);
      return { ...year, url, ownerUrl, isReused, copy };
    },
    stop: async () => {
      if (note !== undefined) await dropOthers(server);
      await server.stop();
      if (note === undefined || filled === undefined) return;
      writeFileSync(note, `${JSON.stringify({ asked: messages, year: filled }, null, 2)}\n`);
    },
  };
}

async function makeAnew(/** @type {import('../../turns/harness/server.mjs').Server} */ server) {
  await server.dropDatabase(DATABASE);
  return server.createCatbDatabase(DATABASE);
}

async function fill(
  /** @type {string} */ url,
  /** @type {string} */ ownerUrl,
  /** @type {number} */ messages,
) {
  const filled = await fillYear(url, messages, (done) => console.error(`filled ${done}`));
  return { ...filled, rolledUpIn: await rollUpYear(url, ownerUrl) };
}

function readNote(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

const revive = (/** @type {any} */ year) => ({
  ...year,
  from: new Date(year.from),
  to: new Date(year.to),
});

/** What measurements made besides. */
async function dropOthers(/** @type {import('../../turns/harness/server.mjs').Server} */ server) {
  const { rows } = await withClient(server.asSuperuser(server.urlOf('postgres')), (client) =>
    client.query(
      `select quote_ident(datname) as name from pg_database d join pg_roles r on r.oid = d.datdba
       where d.datname <> $1 and not d.datistemplate and d.oid >= 16384 and d.datname <> 'catb'`,
      [DATABASE],
    ),
  );
  for (const { name } of rows) await server.dropDatabase(name);
}
