/** In charge of the conversations that the plans of the query book are measured on. */
import pg from 'pg';
import { sql } from './sql.generated.ts';

/** How much there is. */
export interface BookSize {
  /** Each with 40 messages, beside the one that is looked at. */
  sessions: number;
  /** Messages of the one that is looked at. */
  conversation: number;
}

/** The session that is looked at. */
export interface BookSession {
  sessionId: string;
  sessionToken: string;
  /** Its newest message, which is an answer. */
  lastSeq: number;
}

/**
 * Fills a migrated database, always with the same rows, and counts them for the planner.
 *
 * @param url as a superuser
 */
export async function fillBook(url: string, size: BookSize): Promise<BookSession> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Triggers of foreign keys hold anyway and would take half of the time. The target makes analyze
    // look at every row, so that chance has no part in a plan.
    await client.query(
      'set session_replication_role = replica; set default_statistics_target = 1000',
    );
    const { rows } = await client.query<Omit<BookSession, 'lastSeq'>>(
      `select session_id as "sessionId", session_token as "sessionToken" from public.create_session()`,
    );
    const [session] = rows;
    if (session === undefined) throw new Error('create_session returned no row');
    await client.query(
      `update public.sessions set created_at = now() - interval '60 days', last_seq = $2 where id = $1`,
      [session.sessionId, size.conversation],
    );
    await client.query(sql.fillSessions, [size.sessions]);
    await client.query(sql.fillMessages, [session.sessionId, size.conversation]);
    await client.query(sql.fillOthers);
    await client.query('vacuum (analyze)');
    return { ...session, lastSeq: size.conversation };
  } finally {
    await client.end();
  }
}
