/** In charge of what a backup and a restore are held against: plain COPY of the same tables by the same driver. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withClient } from '../../turns/harness/contestant.mjs';

const OPERATIONS = new URL('../../../packages/operations/package.json', import.meta.url);
const { from: copyFrom, to: copyTo } = createRequire(OPERATIONS)('pg-copy-streams');

const fileOf = (/** @type {string} */ folder, /** @type {string} */ table) =>
  join(folder, `${table.replaceAll('"', '')}.copy`);

/**
 * Every table to a file of its own, one after the other, uncompressed.
 *
 * @param {string} url
 * @param {string[]} tables quoted
 * @param {string} folder
 * @returns {Promise<number>} seconds
 */
export const copyOut = (url, tables, folder) =>
  timed(() =>
    withClient(url, async (client) => {
      for (const table of tables) {
        await pipeline(
          client.query(copyTo(`copy ${table} (${await columnsOf(client, table)}) to stdout`)),
          createWriteStream(fileOf(folder, table)),
        );
      }
    }),
  );

/**
 * What a person would do with those files on a migrated database: keys, indexes and triggers out of the way,
 * the rows in, all of it back, in one transaction; then statistics.
 *
 * @param {string} url as the superuser
 * @param {string[]} tables quoted
 * @param {string} folder
 * @returns {Promise<number>} seconds
 */
export const copyIn = (url, tables, folder) =>
  timed(() =>
    withClient(url, async (client) => {
      await client.query('set statement_timeout = 0');
      await client.query('begin');
      const { keys, indexes, triggers } = await readObstacles(client);
      for (const { table, name } of triggers) {
        await client.query(`alter table ${table} disable trigger ${name}`);
      }
      for (const { table, name } of keys) {
        await client.query(`alter table ${table} drop constraint ${name}`);
      }
      for (const { name } of indexes) await client.query(`drop index ${name}`);
      await client.query(`truncate ${tables.join(', ')}`);
      for (const table of tables) {
        const columns = await columnsOf(client, table);
        await pipeline(
          createReadStream(fileOf(folder, table)),
          client.query(copyFrom(`copy ${table} (${columns}) from stdin with (freeze)`)),
        );
      }
      for (const { definition } of indexes) await client.query(definition);
      for (const { table, name, definition } of [...keys].reverse()) {
        await client.query(`alter table ${table} add constraint ${name} ${definition}`);
      }
      for (const { table, name } of triggers) {
        await client.query(`alter table ${table} enable trigger ${name}`);
      }
      await client.query('commit');
      await client.query('analyze');
    }),
  );

const SCHEMAS = `('public'::regnamespace, 'catb'::regnamespace)`;

/** Foreign keys first: they need the others. What a function or a view depends on stays. */
async function readObstacles(/** @type {import('pg').Client} */ client) {
  const read = async (/** @type {string} */ text) => (await client.query(text)).rows;
  return {
    keys: await read(
      `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k
       where connamespace in ${SCHEMAS} and contype in ('f', 'u', 'p') and not exists (
           select from pg_depend d where d.refclassid = 'pg_constraint'::regclass and d.refobjid = k.oid and d.deptype = 'n')
         and not exists (
           select from pg_depend d where d.refclassid = 'pg_class'::regclass and d.refobjid = k.conindid
               and d.classid <> 'pg_constraint'::regclass and d.deptype = 'n')
       order by contype = 'f' desc`,
    ),
    indexes: await read(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace in ${SCHEMAS} and c.relkind = 'r'
       where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('u', 'p', 'x'))
         and not exists (
           select from pg_depend d where d.refclassid = 'pg_class'::regclass and d.refobjid = i.indexrelid
               and d.classid <> 'pg_constraint'::regclass and d.deptype = 'n')`,
    ),
    triggers: await read(
      `select tgrelid::regclass::text as table, quote_ident(tgname) as name
       from pg_trigger g join pg_class c on c.oid = g.tgrelid and c.relnamespace in ${SCHEMAS}
       where not tgisinternal and tgenabled = 'O'`,
    ),
  };
}

/** Those that are not generated. */
async function columnsOf(/** @type {import('pg').Client} */ client, /** @type {string} */ table) {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0].columns;
}

async function timed(/** @type {() => Promise<unknown>} */ work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
