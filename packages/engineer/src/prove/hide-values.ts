/** In charge of keeping the values of real rows out of what is said about a failure. */
import type { Failure } from './proof.ts';

/** Their messages name objects only; what PostgreSQL says elsewhere may quote a value. */
const namesOnly = /^(0A|23|25|40|42|53|54|55|57)/;

/** A detail quotes the row; a context names functions and lines, and may quote a statement. */
export function hideValues(failure: Failure): Failure {
  const keeps = failure.sqlstate === null || namesOnly.test(failure.sqlstate);
  return {
    ...failure,
    message: keeps ? failure.message : 'What PostgreSQL says may quote a row, and is left out.',
    details: null,
  };
}
