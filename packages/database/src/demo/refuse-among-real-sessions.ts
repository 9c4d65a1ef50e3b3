/** In charge of keeping a demo out of a database that people use. */
import type pg from 'pg';
import { CatbError } from '../errors.ts';

/** A few are somebody who tries catb out; more are people. */
const fewSessions = 100;

/**
 * Refuses when people use the database, unless its name was given.
 *
 * @throws CatbError `DEMO_AMONG_REAL_SESSIONS`
 */
export async function refuseAmongRealSessions(
  client: pg.Client,
  confirmedDatabase: string | undefined,
): Promise<void> {
  const { rows } = await client.query<{ name: string; sessions: number }>(
    `select current_database() as name, count(*)::integer as sessions
     from (
         select from public.sessions s
         where not exists (select from public.imported_conversations i where i.session_id = s.id)
         limit $1) real`,
    [fewSessions + 1],
  );
  const [row] = rows;
  if (row === undefined || row.sessions <= fewSessions || row.name === confirmedDatabase) return;
  throw new CatbError({
    code: 'DEMO_AMONG_REAL_SESSIONS',
    message: `The database "${row.name}" has more than ${fewSessions} sessions of its own.`,
    details: 'A demo would be counted with them until it is removed.',
    hint: `If that is meant, say so by its name: --confirm ${row.name}`,
  });
}
