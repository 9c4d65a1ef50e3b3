/** In charge of which database is meant: an address given, DATABASE_URL, or the embedded PostgreSQL. */
import { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from '../embedded/index.ts';
import type { Settings } from '../settings.ts';

/** A database as its owner reaches it. */
export interface ResolvedDatabase {
  /** As the owner, who may migrate. */
  url: string;
  /** The embedded server this process holds; null where the address was given. */
  embedded: EmbeddedPostgres | null;
  /** Lets the embedded server go; it stops when nobody else holds it. */
  release(): Promise<void>;
}

/**
 * The address given, else DATABASE_URL, else the embedded server, which is started where it isn't.
 *
 * @throws EmbeddedError when the embedded server can not be started
 */
export async function resolveDatabase(
  settings: Pick<Settings, 'DATABASE_URL' | 'CATB_DATA_DIR'>,
  dbUrl?: string,
  embeddedOptions: Omit<EmbeddedOptions, 'dataDir'> = {},
): Promise<ResolvedDatabase> {
  const url = dbUrl ?? settings.DATABASE_URL;
  if (url !== undefined) return { url, embedded: null, release: () => Promise.resolve() };
  const embedded = await startEmbedded({ dataDir: settings.CATB_DATA_DIR, ...embeddedOptions });
  return { url: embedded.url, embedded, release: () => embedded.stop() };
}
