/**
 * In charge of the addresses the API connects with: the role `catb_server`, which may execute the
 * server's functions, and `catb_analyst`, which may execute those of the analytics. Neither reads a
 * table.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { CatbError } from '../errors.ts';
import { poolerOf } from './pooler.ts';
import { scramVerifier } from './scram-verifier.ts';
import { toCatbError } from './to-catb-error.ts';

/** A role that the API logs in as. */
export type LoginRole = 'catb_server' | 'catb_analyst';

/** The setting that can hold an address of the role itself. */
const settingOf: Record<LoginRole, string> = {
  catb_server: 'DATABASE_URL',
  catb_analyst: 'CATB_ANALYST_DATABASE_URL',
};

/** Whether this address is the role's own; Supabase's pooler takes `<role>.<project>` as the user. */
export function isRoleUrl(url: string, role: LoginRole): boolean {
  return userOf(url).split('.')[0] === role;
}

/**
 * The address of the same database as this role. Its password is derived from the owner's, so that
 * every server with the same DATABASE_URL knows it and nothing has to be stored.
 *
 * The first call sets the password (as a SCRAM verifier); needs the owner's right to alter the role.
 * Where the owner's address has no password, because the server asks for none, neither has this one.
 *
 * @throws CatbError `DATABASE_ROLE_UNUSABLE`, `database_unavailable`
 */
export async function prepareLoginRole(ownerUrl: string, role: LoginRole): Promise<string> {
  if (isRoleUrl(ownerUrl, role)) return ownerUrl;
  const url = roleUrl(ownerUrl, role);
  if (await canConnect(url.toString())) return url.toString();
  const owner = new pg.Client({ connectionString: poolerOf(ownerUrl).url });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    const password =
      url.password === '' ? '' : `password ${owner.escapeLiteral(scramVerifier(url.password))}`;
    await owner.query(`alter role ${role} with login ${password}`);
  } catch (cause) {
    // Another server did the same at the same moment: PostgreSQL refuses the later of the two.
    if (await canConnect(url.toString()).catch(() => false)) return url.toString();
    if (cause instanceof pg.DatabaseError && cause.code === '42501') {
      throw new CatbError({
        code: 'DATABASE_ROLE_UNUSABLE',
        message: `The user ${userOf(ownerUrl)} may not give the role ${role} a password.`,
        hint: `Connect as a user with CREATEROLE once, or set ${settingOf[role]} to an address of ${role} itself.`,
        cause,
      });
    }
    throw toCatbError(cause, `prepare the role ${role}`);
  } finally {
    await owner.end().catch(() => undefined);
  }
  if (url.password === '' && !(await canConnect(url.toString()))) {
    throw new CatbError({
      code: 'DATABASE_ROLE_UNUSABLE',
      message: `DATABASE_URL has no password to derive that of the role ${role} from.`,
      hint: `Write the password into DATABASE_URL, or set ${settingOf[role]} to an address of ${role} itself.`,
    });
  }
  return url.toString();
}

function roleUrl(ownerUrl: string, role: LoginRole): URL {
  const url = new URL(ownerUrl);
  // Supabase's pooler takes `<role>.<project>` as the user.
  const project = /\.(.+)$/.exec(userOf(ownerUrl))?.[1];
  const secret = decodeURIComponent(url.password);
  url.username = project === undefined ? role : `${role}.${project}`;
  // Derived from nothing it would be a password that everybody knows.
  if (secret !== '') {
    url.password = createHmac('sha256', secret)
      .update(`catb: password of ${role}`)
      .digest('base64url');
  }
  return url;
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: poolerOf(url).url,
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Wrong password, or no login yet; anything else is told by the connection that follows.
    if (error instanceof pg.DatabaseError) return false;
    throw toCatbError(error, 'connect to the database');
  } finally {
    await client.end().catch(() => undefined);
  }
}
