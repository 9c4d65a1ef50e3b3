/** In charge of reading what a schema stands on: roles, the database, its settings and extensions. */
import type pg from 'pg';
import { sql } from './catalog/sql.generated.ts';
import type { Piece } from './piece.ts';

/** The database, as it is in the target. */
export interface DatabaseFacts {
  name: string;
  /** Quoted. */
  owner: string;
  ownerName: string;
  /** Whether the owner can connect until some day only. */
  ownerExpires: boolean;
  /** The role that the target's server was made with. */
  superuser: string;
  encoding: string;
  /** `c` for the system's, `i` for ICU, `b` for PostgreSQL's own. */
  localeProvider: string;
  locale: string | null;
  lcCollate: string;
  lcCtype: string;
  /** Statements; null when nothing was ever granted or revoked. */
  grants: string | null;
  comment: string | null;
}

/** What `alter role … set` or `alter database … set` left. */
export interface SettingsFacts {
  /** Quoted; without meaning when it is for every role. */
  role: string;
  everyRole: boolean;
  inDatabase: boolean;
  /** Such as `search_path=public`. */
  settings: string[];
}

/** An extension of the target. */
export interface ExtensionFacts {
  id: string;
  name: string;
  version: string;
  schema: string;
  /** Quoted. */
  owner: string;
  /** Whether its schema is one that the extension did not bring. */
  inSchema: boolean;
}

/** All of it. */
export interface ClusterFacts {
  database: DatabaseFacts;
  /** Roles and memberships. */
  pieces: Piece[];
  settings: SettingsFacts[];
  extensions: ExtensionFacts[];
}

type RolePiece = Pick<Piece, 'object' | 'script' | 'stage'> & {
  catalog: string;
  id: string;
  rank?: number;
};

/** Reads it, in the transaction that is open. */
export async function readCluster(client: pg.ClientBase): Promise<ClusterFacts> {
  const database = await client.query<DatabaseFacts>(sql.database);
  const pieces: Piece[] = [];
  for (const query of [sql.roles, sql.memberships]) {
    const { rows } = await client.query<RolePiece>(query);
    pieces.push(
      ...rows.map(({ catalog, id, object, script, stage, rank }) => ({
        key: `${catalog}:${id}`,
        ...{ object, script, stage, rank: rank ?? 0, shell: null, needs: [] },
      })),
    );
  }
  const settings = await client.query<SettingsFacts>(sql.settings);
  const extensions = await client.query<ExtensionFacts>(sql.extensions);
  return {
    database: database.rows[0] as DatabaseFacts,
    pieces,
    settings: settings.rows,
    extensions: extensions.rows,
  };
}
