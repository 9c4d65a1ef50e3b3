/** In charge of expecting that PostgreSQL refuses something, by its SQLSTATE. */
import { DatabaseError } from 'pg';
import { expect } from 'vitest';

/** What PostgreSQL says when a right is missing. */
export const permissionDenied = '42501';

/**
 * Expects that a statement fails with this SQLSTATE.
 *
 * @returns the error, for a closer look
 */
export async function mustRefuse(
  statement: Promise<unknown>,
  sqlstate: string,
  message?: string | RegExp,
): Promise<DatabaseError> {
  const outcome: unknown = await statement.then(
    (result) => result,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DatabaseError)) {
    throw new Error(`Expected SQLSTATE ${sqlstate}, got ${JSON.stringify(outcome)}`, {
      cause: outcome,
    });
  }
  expect(`${outcome.code}: ${outcome.message}`).toMatch(new RegExp(`^${sqlstate}: `));
  if (message !== undefined) expect(outcome.message).toMatch(message);
  return outcome;
}
