/** In charge of the address the analytics are read through: as `catb_analyst`, which reads no table. */
import { CatbError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { isRoleUrl, prepareLoginRole } from './login-role.ts';

/**
 * The address given in the settings, else that of the database as `catb_analyst`; see `prepareLoginRole`.
 * Null where there is none: as `catb_server`, nobody can give the analyst a password.
 *
 * @param databaseUrl of the owner, or of `catb_server`
 * @throws CatbError `SETTINGS_INVALID` where the address given is another role's, which could read more;
 *   `DATABASE_ROLE_UNUSABLE`, `database_unavailable`
 */
export async function prepareAnalystRole(
  databaseUrl: string,
  settings: Pick<Settings, 'CATB_ANALYST_DATABASE_URL'>,
): Promise<string | null> {
  const given = settings.CATB_ANALYST_DATABASE_URL;
  if (given === undefined) {
    if (isRoleUrl(databaseUrl, 'catb_server')) return null;
    return await prepareLoginRole(databaseUrl, 'catb_analyst');
  }
  if (isRoleUrl(given, 'catb_analyst')) return given;
  throw new CatbError({
    code: 'SETTINGS_INVALID',
    message: 'CATB_ANALYST_DATABASE_URL is not an address of the role catb_analyst.',
    hint: 'Give that role a password, and its name in the address: any other could read more than figures.',
  });
}
