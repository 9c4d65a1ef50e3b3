/** In charge of showing which admin keys there are: reads `catb.admin_keys`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';

/** What there is to know about a key; the key itself is stored nowhere. */
export interface AdminKey {
  name: string;
  createdAt: Date;
  /** When it was last replaced. */
  rotatedAt: Date | null;
  /** From then on it is refused; null: never. */
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** Up to a day before its last use; null: never used. */
  lastUsedAt: Date | null;
  state: 'valid' | 'expired' | 'revoked';
}

const statement: Statement = {
  name: 'list_admin_keys',
  text: `select name, created_at as "createdAt", rotated_at as "rotatedAt", expires_at as "expiresAt",
                revoked_at as "revokedAt", last_used_at as "lastUsedAt",
                case when revoked_at is not null then 'revoked'
                     when expires_at <= now() then 'expired' else 'valid' end as state
         from catb.admin_keys order by name`,
  doing: 'list the admin keys',
};

/** Every key that was ever made, by name. */
export async function listAdminKeys(database: Database): Promise<AdminKey[]> {
  return await runStatement<AdminKey>(database, statement, []);
}
