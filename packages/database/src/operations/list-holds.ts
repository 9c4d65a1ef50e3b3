/** In charge of showing the legal holds: reads `catb.legal_holds`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';

/** A hold, placed or released. */
export interface LegalHold {
  id: string;
  /** Null once it is released: then only the hash is left. */
  sessionId: string | null;
  placedAt: Date;
  placedBy: string;
  reason: string;
  releasedAt: Date | null;
  releasedBy: string | null;
  releaseReason: string | null;
}

const statement: Statement = {
  name: 'list_holds',
  text: `select id, session_id as "sessionId", placed_at as "placedAt", placed_by as "placedBy", reason,
                released_at as "releasedAt", released_by as "releasedBy", release_reason as "releaseReason"
         from catb.legal_holds where $1 or released_at is null order by placed_at, id`,
  doing: 'list the legal holds',
};

/** The holds that keep a session now, the oldest first; with `released` also those that did. */
export function listHolds(
  database: Database,
  options: { released?: boolean } = {},
): Promise<LegalHold[]> {
  return runStatement<LegalHold>(database, statement, [options.released ?? false]);
}
