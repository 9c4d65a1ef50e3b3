/** In charge of a paid call whose result came too late: into the ledger, or else into the log. */
import { recordSupersededCall, type SupersededCall } from '@catb/database';
import { describeError } from '../http/log-requests.ts';
import { storeAnswer } from './store-answer.ts';
import type { TurnDependencies } from './turn-dependencies.ts';

/**
 * Records it, and never throws: what it was for is decided already. A token that was rotated or
 * revoked meanwhile opens no ledger; then the log has what was used.
 */
export async function keepSupersededCall(
  { database, log }: Pick<TurnDependencies, 'database' | 'log'>,
  superseded: SupersededCall,
): Promise<void> {
  try {
    await storeAnswer(() => recordSupersededCall(database, superseded));
  } catch (error) {
    const { purpose, call } = superseded;
    log.warn(
      { purpose, call, error: describeError(error) },
      'superseded call is not in the ledger',
    );
  }
}
