/** In charge of which database is there to be looked at, for what can do without one. */
import { embeddedStatus } from '../embedded/index.ts';
import type { Settings } from '../settings.ts';

/** A database that is there. */
export interface FoundDatabase {
  /** As the owner. Contains the password. */
  url: string;
  /** True for the embedded server, which nobody named. */
  isEmbedded: boolean;
}

/**
 * The address given, else DATABASE_URL, else the embedded server where it runs already: none is
 * started.
 *
 * @returns undefined when there is none of them
 * @throws EmbeddedError `EMBEDDED_STATE_LOST` when the data folder belongs to somebody else
 */
export async function findDatabase(
  settings: Pick<Settings, 'DATABASE_URL' | 'CATB_DATA_DIR'>,
  dbUrl?: string,
): Promise<FoundDatabase | undefined> {
  const url = dbUrl ?? settings.DATABASE_URL;
  if (url !== undefined) return { url, isEmbedded: false };
  const { url: running } = await embeddedStatus(settings.CATB_DATA_DIR);
  return running === undefined ? undefined : { url: running, isEmbedded: true };
}
