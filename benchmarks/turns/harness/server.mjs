/** In charge of the PostgreSQL that everything runs against: catb's embedded one, in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateUp, startEmbedded } from '@catb/database';
import { withClient } from './contestant.mjs';

/**
 * @typedef {object} Server
 * @property {string} version such as `18.4`
 * @property {(name: string) => Promise<string>} createDatabase an empty one; gives the URL of its owner
 * @property {(name: string) => Promise<string>} createCatbDatabase one with catb's schema
 * @property {(name: string, of: string) => Promise<string>} copyDatabase one with all that another has, to which
 *   nothing may be connected
 * @property {(name: string) => Promise<void>} dropDatabase whatever is connected to it
 * @property {(name: string) => string} urlOf the URL of a database's owner
 * @property {(url: string) => string} asSuperuser the same database, as the superuser
 * @property {() => Promise<void>} checkpoint has PostgreSQL write out what is only in memory
 * @property {() => Promise<void>} stop stops the server, and removes what it stored unless that is kept
 */

/**
 * Starts PostgreSQL 18 as catb starts it.
 *
 * @param {Record<string, string>} [settings] beyond catb's defaults; where turns are timed, more connections at most
 * @param {string} [keptIn] a folder whose databases are there again at the next start; by default they are
 *   removed with the server
 * @returns {Promise<Server>}
 */
export async function startServer(settings = {}, keptIn = undefined) {
  const dataDir = keptIn ?? (await mkdtemp(join(tmpdir(), 'catb-bench-')));
  const postgres = await startEmbedded({ dataDir, major: 18, settings, signalHandlers: true });
  const urlOf = (/** @type {string} */ name, base = postgres.url) => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    return url.href;
  };
  const createDatabase = async (/** @type {string} */ name) => {
    await withClient(postgres.url, (client) =>
      client.query(`create database ${name} template template0`),
    );
    return urlOf(name);
  };
  return {
    version: postgres.version,
    createDatabase,
    createCatbDatabase: async (name) => {
      const url = await createDatabase(name);
      await migrateUp({ url });
      return url;
    },
    copyDatabase: async (name, of) => {
      await withClient(postgres.url, (client) =>
        client.query(`create database ${name} template ${of} strategy file_copy`),
      );
      return urlOf(name);
    },
    dropDatabase: (name) =>
      withClient(postgres.superuserUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
    urlOf,
    asSuperuser: (url) => urlOf(new URL(url).pathname.slice(1), postgres.superuserUrl),
    checkpoint: () =>
      withClient(postgres.superuserUrl, async (client) => {
        await client.query('checkpoint');
      }),
    stop: async () => {
      await postgres.stop();
      if (keptIn === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
