/** In charge of a throw-away server with a target's whole schema, made from the target's catalog. */
import { withThrowAwayServer } from '@catb/database';
import type { Target } from '../target/open-target.ts';
import { sql } from './catalog/sql.generated.ts';
import { copyCluster } from './copy-cluster.ts';
import { planExtensions } from './copy-extensions.ts';
import { copySettings } from './copy-settings.ts';
import { makePieces, prepareMaking, type MakingProgress } from './make-pieces.ts';
import { orderPieces } from './order-pieces.ts';
import { readCluster } from './read-cluster.ts';
import { readConsistently, readPieces } from './read-pieces.ts';
import type { MissingObject, SchemaCopy } from './schema-copy.ts';
import { withClient } from './with-client.ts';

/** What can be chosen about a copy. */
export interface CopyOptions {
  /** PostgreSQL's major; the target's where it can be had, else the newest. */
  major?: number;
  /** More settings for the throw-away server. */
  settings?: Record<string, string>;
  /** Is told how many of the schema's pieces are made. */
  onProgress?: MakingProgress;
}

/**
 * Starts a throw-away server, makes the target's schema on it without its rows, hands it to `run`, and
 * removes it whatever happens. What could not be copied is in `missing`, and the rest is there.
 *
 * Left out on purpose: passwords, user mappings, the options of foreign servers, and libraries to load.
 *
 * @throws EmbeddedError `EMBEDDED_…` when no server can be started
 */
export async function withSchemaCopy<T>(
  target: Target,
  options: CopyOptions,
  run: (copy: SchemaCopy) => Promise<T>,
): Promise<T> {
  const major = options.major ?? target.major;
  return await withThrowAwayServer({ major, settings: options.settings }, async (server) => {
    const copied = await readConsistently(target.client, async () => {
      const facts = await readCluster(target.client);
      const cluster = await copyCluster(server, facts);
      const missing = await withClient(cluster.superuserUrl, async (copy) => {
        await prepareMaking(copy);
        const extensions = await planExtensions(target.client, copy, facts.extensions);
        const pieces = [
          ...extensions.pieces,
          ...(await readPieces(target.client, extensions.lacking)),
        ];
        const lost = await makePieces(copy, orderPieces(pieces), options.onProgress);
        const uncopied = await target.client.query<{ object: string }>(sql.uncopied);
        lost.push(
          ...uncopied.rows.map(({ object }) => ({
            object,
            reason: 'objects of this kind are not copied',
          })),
        );
        lost.push(...(await copySettings(copy, facts.settings)));
        return [...extensions.missing, ...lost];
      });
      return { ...cluster, missing: [...cluster.missing, ...missing] as MissingObject[] };
    });
    return await run({ ...copied, major: server.major, dataDir: server.dataDir });
  });
}
