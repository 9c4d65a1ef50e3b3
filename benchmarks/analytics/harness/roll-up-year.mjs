/** In charge of the rollups of a filled year: those that its servers would have kept up all along. */
import { refreshUsage } from '@catb/database';
import { withClient } from '../../turns/harness/contestant.mjs';

/**
 * Rolls up everything, and vacuums what that wrote.
 *
 * @param {string} url as the superuser
 * @param {string} ownerUrl
 * @returns {Promise<number>} seconds it took
 */
export async function rollUpYear(url, ownerUrl) {
  const began = performance.now();
  await refreshUsage({ url: ownerUrl });
  const seconds = (performance.now() - began) / 1000;
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'catb' and c.relkind in ('r', 'm')`,
    );
    for (const { name } of rows) await client.query(`vacuum (analyze) ${name}`);
  });
  return seconds;
}
