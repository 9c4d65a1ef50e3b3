/** In charge of what a schema stands on: the server's roles, and the database with its settings. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { EmbeddedPostgres } from '@catb/database';
import { makePieces, prepareMaking } from './make-pieces.ts';
import { orderPieces } from './order-pieces.ts';
import type { Piece } from './piece.ts';
import type { MissingObject } from './schema-copy.ts';
import type { ClusterFacts } from './read-cluster.ts';
import { withClient } from './with-client.ts';

/** Where the copy's database is reached. */
export interface CopiedCluster {
  superuserUrl: string;
  ownerUrl: string;
  missing: MissingObject[];
}

/** The connection string of another database, and of another role where one is given. */
function urlFor(url: string, database: string, role?: { name: string; password?: string }): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  if (role !== undefined) {
    other.username = encodeURIComponent(role.name);
    if (role.password !== undefined) other.password = role.password;
  }
  return other.href;
}

/** Away with what the embedded server is made with: the target may have it or not. */
const emptyCluster = `
  drop database catb with (force);
  drop role anon; drop role authenticated; drop role service_role; drop role postgres;
`;

/** A role can't rename itself, so another one does it. */
async function renameSuperuser(url: string, name: string): Promise<string> {
  const client = {
    name: `catb_${randomBytes(6).toString('hex')}`,
    password: randomBytes(24).toString('hex'),
  };
  const old = new URL(url).username;
  if (old === name) return url;
  await withClient(url, (own) =>
    own.query(`create role ${client.name} superuser login password '${client.password}'`),
  );
  await withClient(urlFor(url, 'template1', client), (other) =>
    other.query(
      `alter role ${pg.escapeIdentifier(decodeURIComponent(old))} rename to ${pg.escapeIdentifier(name)}`,
    ),
  );
  const renamed = urlFor(url, 'template1', { name });
  await withClient(renamed, (own) => own.query(`drop role ${client.name}`));
  return renamed;
}

/** The locale where this machine has it; the server's own otherwise. */
async function createDatabase(client: pg.Client, facts: ClusterFacts): Promise<MissingObject[]> {
  const { database } = facts;
  const create = `create database ${pg.escapeIdentifier(database.name)} template template0`;
  const provider = { i: 'icu', b: 'builtin' }[database.localeProvider] ?? 'libc';
  const locale = [
    `encoding ${pg.escapeLiteral(database.encoding)} locale_provider ${provider}`,
    `lc_collate ${pg.escapeLiteral(database.lcCollate)} lc_ctype ${pg.escapeLiteral(database.lcCtype)}`,
    database.locale === null ? '' : `${provider}_locale ${pg.escapeLiteral(database.locale)}`,
  ].join(' ');
  try {
    await client.query(`${create} ${locale}`);
    return [];
  } catch (error) {
    await client.query(create);
    const name = database.locale ?? database.lcCollate;
    return [{ object: `locale ${name} of the database`, reason: (error as Error).message }];
  }
}

/**
 * Gives the throw-away server the target's roles and an empty database of the target's name. The
 * superuser that the server was made with takes the name of the target's.
 */
export async function copyCluster(
  server: EmbeddedPostgres,
  facts: ClusterFacts,
): Promise<CopiedCluster> {
  const { database } = facts;
  // The database that is neither dropped here nor named as any target's.
  const service = urlFor(server.superuserUrl, 'template1');
  await withClient(service, async (client) => {
    for (const statement of emptyCluster.split(';').filter((text) => text.trim() !== '')) {
      await client.query(statement);
    }
  });
  const superuserService = await renameSuperuser(service, database.superuser);
  const password = randomBytes(24).toString('hex');
  const missing = await withClient(superuserService, async (client) => {
    await prepareMaking(client);
    const pieces: Piece[] = facts.pieces;
    const lost = await makePieces(client, orderPieces(pieces));
    await client.query(
      `drop database if exists ${pg.escapeIdentifier(database.name)} with (force)`,
    );
    lost.push(...(await createDatabase(client, facts)));
    await client.query(finishDatabase(facts, password));
    return lost;
  });
  const superuserUrl = urlFor(superuserService, database.name);
  const owner = { name: database.ownerName, password };
  return {
    superuserUrl,
    ownerUrl:
      database.ownerName === database.superuser
        ? superuserUrl
        : urlFor(superuserUrl, database.name, owner),
    missing,
  };
}

/** Its owner must be able to connect, whatever keeps it from that in the target. */
function finishDatabase({ database }: ClusterFacts, password: string): string {
  const name = pg.escapeIdentifier(database.name);
  const expiry = database.ownerExpires ? " valid until 'infinity'" : '';
  const statements = [`alter database ${name} owner to ${database.owner}`];
  if (database.grants !== null) {
    statements.push(
      `revoke all on database ${name} from public, ${database.owner}`,
      database.grants,
    );
  }
  if (database.comment !== null) {
    statements.push(`comment on database ${name} is ${pg.escapeLiteral(database.comment)}`);
  }
  if (database.ownerName !== database.superuser) {
    statements.push(
      `alter role ${database.owner} login connection limit -1${expiry} password '${password}'`,
    );
  }
  return statements.join('; ');
}
