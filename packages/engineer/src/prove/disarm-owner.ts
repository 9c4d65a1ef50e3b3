/**
 * In charge of who runs the migration: the owner of the database, and never a superuser. A superuser
 * of the throw-away server could read this machine's files and start its programs.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withClient } from '../copy/with-client.ts';
import { urlOf } from './clone-database.ts';
import { sql } from './sql.generated.ts';

/** How the database is reached once nobody can do any harm. */
export interface DisarmedUrls {
  ownerUrl: string;
  superuserUrl: string;
  /** True when the target's owner is a superuser, which the one who stands in for it is not. */
  demoted: boolean;
}

const standIn = 'catb_stand_in';

function withUser(url: string, name: string, password?: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(name);
  if (password !== undefined) other.password = password;
  return other.href;
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function run(url: string, statement: string): Promise<void> {
  await withClient(url, (client) => client.query(statement));
}

/** Swaps the names, so that what is said of the owner is said of the one that stands in for it. */
async function takeName(superuserUrl: string, name: string, password: string): Promise<string> {
  const quoted = pg.escapeIdentifier(name);
  const other = { name: `catb_${randomBytes(6).toString('hex')}`, password };
  const superuser = `catb_superuser_${randomBytes(6).toString('hex')}`;
  const template = urlOf(superuserUrl, 'template1');
  await run(template, `create role ${other.name} superuser login password '${other.password}'`);
  await run(
    withUser(template, other.name, other.password),
    `alter role ${quoted} rename to ${superuser}; alter role ${standIn} rename to ${quoted};
     update pg_catalog.pg_db_role_setting
     set setrole = ${pg.escapeLiteral(quoted)}::pg_catalog.regrole
     where setrole = '${superuser}'::pg_catalog.regrole`,
  );
  const renamed = withUser(superuserUrl, superuser);
  await run(urlOf(renamed, 'template1'), `drop role ${other.name}`);
  return renamed;
}

/** Where the owner is the superuser that the server was made with, another role takes its place. */
async function replaceOwner(superuserUrl: string): Promise<DisarmedUrls> {
  const name = userOf(superuserUrl);
  const password = randomBytes(24).toString('hex');
  await run(
    superuserUrl,
    `create role ${standIn} login createdb createrole bypassrls password '${password}'`,
  );
  await run(superuserUrl, sql.giveToStandIn);
  const renamed = await takeName(superuserUrl, name, password);
  return { ownerUrl: withUser(renamed, name, password), superuserUrl: renamed, demoted: true };
}

async function isSuperuser(superuserUrl: string, name: string): Promise<boolean> {
  return await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ super: boolean }>(
      'select r.rolsuper as super from pg_catalog.pg_roles as r where r.rolname = $1',
      [name],
    );
    return rows[0]?.super === true;
  });
}

/** Takes from every role what could harm this machine, and says how the owner is reached then. */
export async function disarmOwner(urls: {
  ownerUrl: string;
  superuserUrl: string;
}): Promise<DisarmedUrls> {
  const { ownerUrl, superuserUrl } = urls;
  const demoted = await isSuperuser(superuserUrl, userOf(ownerUrl));
  await run(superuserUrl, sql.disarmRoles);
  if (userOf(ownerUrl) === userOf(superuserUrl)) return await replaceOwner(superuserUrl);
  return { ownerUrl, superuserUrl, demoted };
}
