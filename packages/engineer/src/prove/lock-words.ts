/** In charge of saying in words who has to wait while a lock is held. */
import { noticeable, strengthOf } from './lock-mode.ts';
import type { LockMode, TriedTraffic } from './proof.ts';

/** What was tried and had to wait, such as `writes, maintenance`. */
export function whoWaited(tried: TriedTraffic): string {
  if (tried.reads) return 'everybody: reads and writes';
  const waited = [
    tried.writes ? 'writes' : '',
    tried.references ? 'writes to tables that refer to it' : '',
    tried.lockedRows !== null && tried.lockedRows.locked > 0
      ? `changes of ${tried.lockedRows.locked} of ${tried.lockedRows.of} rows`
      : '',
    tried.maintenance ? 'vacuum and other migrations' : '',
  ].filter((part) => part !== '');
  return waited.length === 0 ? 'nobody but changes of its schema' : waited.join(', ');
}

/** For a lock on which nothing was tried, by PostgreSQL's table of conflicts. */
export function whoWouldWait(mode: LockMode): string {
  if (mode === 'ACCESS EXCLUSIVE') return 'everybody: reads and writes';
  if (mode === 'EXCLUSIVE') return 'writes, writes to tables that refer to it';
  if (strengthOf(mode) > noticeable) return 'writes, vacuum and other migrations';
  if (strengthOf(mode) === noticeable) return 'vacuum and other migrations';
  return 'nobody but changes of its schema';
}
