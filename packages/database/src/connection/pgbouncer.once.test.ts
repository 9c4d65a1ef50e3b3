/** The operations behind a real transaction pooler that has three connections for everybody. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, type SessionToken } from '../operations/create-session.ts';
import { sessionHistory } from '../operations/session-history.ts';
import { converse, createTestDatabase, type TestDatabase } from '../testing/index.ts';
import {
  hasPgbouncer,
  pgbouncerTitle,
  startPgbouncer,
  type Pgbouncer,
} from '../testing/pgbouncer.ts';
import { openDatabase, type Database } from './pool.ts';
import { poolerOf } from './pooler.ts';
import { prepareServerRole } from './server-role.ts';

const sessionCount = 20;
const turnsEach = 10;
const poolSize = 3;

describe.skipIf(!hasPgbouncer)(pgbouncerTitle('behind pgbouncer'), () => {
  let database: TestDatabase;
  let pgbouncer: Pgbouncer;
  let server: Database;
  /** As the owner, who may become anon and authenticated. */
  let owner: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const serverUrl = await prepareServerRole(database.url);
    pgbouncer = await startPgbouncer([serverUrl, database.url], poolSize);
    server = openDatabase({ url: pgbouncer.through(serverUrl), max: sessionCount });
    owner = new pg.Pool({
      connectionString: poolerOf(pgbouncer.through(database.url)).url,
      max: sessionCount,
    });
  });
  afterAll(async () => {
    await server?.close();
    await owner?.end();
    await pgbouncer?.stop();
    await database?.drop();
  });

  const sessions: SessionToken[] = [];

  it('twenty sessions have two hundred turns at once, and each has its own', async () => {
    for (let made = 0; made < sessionCount; made += 1) sessions.push(await createSession(server));
    await Promise.all(
      sessions.map(async ({ sessionId, sessionToken }) => {
        for (let turn = 0; turn < turnsEach; turn += 1) {
          await converse(server, sessionToken, `${sessionId} asks ${turn}`, `${sessionId} hears`);
        }
      }),
    );
    for (const { sessionId, sessionToken } of sessions) {
      const { messages } = await sessionHistory(server, { sessionToken, limit: 100 });
      expect(messages).toHaveLength(2 * turnsEach);
      expect(messages.filter(({ content }) => !content.startsWith(sessionId))).toEqual([]);
    }
    expect(server.preparesStatements).toBe(false);
    expect(pgbouncer.log()).not.toMatch(/prepared statement|ERROR/);
  }, 60_000);

  it('they shared three connections', async () => {
    const { rows } = await database.pool.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity
       where datname = current_database() and usename = 'catb_server'`,
    );
    expect(rows).toEqual([{ count: poolSize }]);
  });

  it('prepared statements would have failed there', async () => {
    const naive = openDatabase({
      url: poolerOf(pgbouncer.through(await prepareServerRole(database.url))).url,
      max: sessionCount,
      statementTimeoutMs: 0,
    });
    expect(naive.preparesStatements).toBe(true);
    const [{ sessionToken }] = sessions as [SessionToken];
    const reads = Array.from({ length: 100 }, () =>
      sessionHistory(naive, { sessionToken, limit: 1 }).then(
        () => '',
        (error: unknown) => String((error as Error).cause),
      ),
    );
    expect((await Promise.all(reads)).join('\n')).toMatch(/prepared statement/);
    await naive.close();
  });

  /** What a request sees, as PostgREST makes one: a transaction, the role and the claims in it. */
  async function seenBy(sessionId: string | null): Promise<string[]> {
    const client = await owner.connect();
    try {
      await client.query('begin');
      await client.query('set local role anon');
      if (sessionId !== null) {
        const claims = JSON.stringify({ session_id: sessionId });
        await client.query(`select set_config('request.jwt.claims', $1, true)`, [claims]);
      }
      const { rows } = await client.query<{ session_id: string }>(
        'select distinct session_id from public.messages',
      );
      return rows.map((row) => row.session_id);
    } finally {
      await client.query('commit');
      client.release();
    }
  }

  it('the claims of one request, set for its transaction, are not those of the next', async () => {
    // Two of three say who they are; the third sees whatever was left behind: nothing.
    const asking = Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0 ? null : (sessions[index % sessionCount]?.sessionId ?? null),
    );
    const seen = await Promise.all(asking.map(seenBy));
    expect(seen).toEqual(asking.map((sessionId) => (sessionId === null ? [] : [sessionId])));
  });

  it('nor is its role', async () => {
    const roles = await Promise.all(
      Array.from({ length: 50 }, () =>
        owner.query<{ role: string }>('select current_user as role'),
      ),
    );
    expect(new Set(roles.map(({ rows }) => rows[0]?.role))).toEqual(new Set(['postgres']));
  });

  it("a claim left in the server's own connections opens nothing to it", async () => {
    const [{ sessionId }] = sessions as [SessionToken];
    const claims = JSON.stringify({ session_id: sessionId });
    const left = Array.from({ length: 50 }, () =>
      server.pool.query(`select set_config('request.jwt.claims', $1, false)`, [claims]),
    );
    await Promise.all(left);
    const reads = Array.from({ length: 20 }, () =>
      server.pool.query('select public.session_history(null)').then(
        () => 'read',
        (error: unknown) => (error as pg.DatabaseError).code,
      ),
    );
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['MU001']));
    await converse(server, sessions[1]!.sessionToken);
  });

  it('a claim that is set for longer than its transaction does leak, as these tests would see', async () => {
    const [{ sessionId }] = sessions as [SessionToken];
    await owner.query(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ session_id: sessionId }),
    ]);
    const seen = await Promise.all(Array.from({ length: 50 }, () => seenBy(null)));
    expect(seen.flat()).toContain(sessionId);
  });
});
