/** In charge of the names and the order of PostgreSQL's table locks. */
import { lockModes, type LockMode } from './proof.ts';

/** `AccessExclusiveLock`, as `pg_locks` has it, to `ACCESS EXCLUSIVE`, as the manual has it. */
export function toLockMode(name: string): LockMode {
  const words = name
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
  return lockModes.find((mode) => mode === words) ?? 'ACCESS EXCLUSIVE';
}

/** How strong a lock is, from 0. */
export function strengthOf(mode: LockMode): number {
  return lockModes.indexOf(mode);
}

/** The strongest of several. */
export function strongest(modes: readonly LockMode[]): LockMode {
  return modes.reduce((one, other) => (strengthOf(one) >= strengthOf(other) ? one : other));
}

/** From here on a lock can hold up more than a change of the schema. */
export const noticeable = strengthOf('SHARE UPDATE EXCLUSIVE');
