/** In charge of storing preferences: calls `public.set_preferences`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { Preferences } from './preferences.ts';

const statement: Statement = {
  name: 'set_preferences',
  text: 'select public.set_preferences($1, $2) as preferences',
  doing: 'store preferences',
};

/**
 * Replaces the preferences of the session and returns them.
 *
 * @throws CatbError `session_token_refused`, `preferences_invalid`, `database_…`
 */
export async function setPreferences(
  database: Database,
  input: { sessionToken: string; preferences: Preferences },
): Promise<Preferences> {
  const row = await runForRow<{ preferences: Preferences }>(database, statement, [
    JSON.stringify(input.preferences),
    input.sessionToken,
  ]);
  return row.preferences;
}
