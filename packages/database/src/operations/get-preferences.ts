/** In charge of reading preferences: calls `public.get_preferences`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { Preferences } from './preferences.ts';

const statement: Statement = {
  name: 'get_preferences',
  text: 'select public.get_preferences($1) as preferences',
  doing: 'read preferences',
};

/**
 * The preferences of the session; `{}` when none were set.
 *
 * @throws CatbError `session_token_refused`, `database_…`
 */
export async function getPreferences(
  database: Database,
  sessionToken: string,
): Promise<Preferences> {
  const row = await runForRow<{ preferences: Preferences }>(database, statement, [sessionToken]);
  return row.preferences;
}
