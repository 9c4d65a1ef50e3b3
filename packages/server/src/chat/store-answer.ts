/**
 * In charge of storing an answer although the database is away for a moment: the words were spoken
 * already, so they are worth a few tries. The attempt's id makes a repeated statement harmless.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CatbError } from '@catb/database';

const pausesMs = [100, 250, 500, 1_000, 2_000, 4_000, 4_000];

/**
 * Runs the statement, again while the database can not be reached, for about twelve seconds.
 *
 * @param onSuperseded is called when the turn has gone to another attempt, or was erased
 * @throws CatbError of the last try
 */
export async function storeAnswer<Result>(
  statement: () => Promise<Result>,
  onSuperseded: () => Promise<void> = () => Promise.resolve(),
): Promise<Result | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await statement();
    } catch (error) {
      if (!(error instanceof CatbError)) throw error;
      if (error.code === 'turn_superseded') {
        await onSuperseded();
        // The statement that lost its connection had been committed: it is stored.
        if (attempt > 0) return null;
      }
      const pause = pausesMs[attempt];
      if (error.status !== 503 || pause === undefined) throw error;
      await sleep(pause);
    }
  }
}
