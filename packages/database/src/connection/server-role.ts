/** In charge of the address the API connects with for everything but the analytics: as `catb_server`. */
import { isRoleUrl, prepareLoginRole } from './login-role.ts';

/** Whether this address is the API's own role already, and so may not migrate. */
export function isServerRoleUrl(url: string): boolean {
  return isRoleUrl(url, 'catb_server');
}

/**
 * The address of the same database as `catb_server`; see `prepareLoginRole`.
 *
 * @throws CatbError `DATABASE_ROLE_UNUSABLE`, `database_unavailable`
 */
export async function prepareServerRole(ownerUrl: string): Promise<string> {
  return await prepareLoginRole(ownerUrl, 'catb_server');
}
