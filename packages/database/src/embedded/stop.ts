/** In charge of stopping a server that was left running. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { clusterFolder } from './data-folder.ts';
import { livingHolders, removeManualHolder } from './holders.ts';
import { withLock } from './lock.ts';
import { readState } from './state.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/**
 * Takes back `keepRunning`, and stops PostgreSQL unless a living process holds it.
 *
 * @returns Whether it was stopped, and the numbers of the processes that hold it otherwise.
 * @throws EmbeddedError `EMBEDDED_LOCKED`, `EMBEDDED_STOP_FAILED`.
 */
export async function stopEmbedded(
  dataDir: string,
): Promise<{ stopped: boolean; heldBy: number[] }> {
  const folder = path.resolve(dataDir);
  const state = existsSync(folder) ? readState(folder) : undefined;
  if (!state) return { stopped: false, heldBy: [] };
  return withLock(folder, async () => {
    removeManualHolder(folder);
    const heldBy = livingHolders(folder);
    if (heldBy.length > 0) return { stopped: false, heldBy };
    return { stopped: await stopPostmaster(clusterFolder(folder, state.major)), heldBy };
  });
}
