import {
  createTestDatabase,
  exampleTurn,
  openServer,
  type TestDatabase,
} from '@catb/database/testing';
import {
  beginSummary,
  beginTurn,
  CatbError,
  createSession,
  eraseSession,
  exportSession,
  getPreferences,
  recordFeedback,
  revokeSession,
  rotateSessionToken,
  sessionHistory,
  setPreferences,
  type Database,
} from '@catb/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Every operation that takes a token. */
const operations: [string, (sessionToken: string) => Promise<unknown>][] = [
  ['beginTurn', (sessionToken) => beginTurn(server, exampleTurn(sessionToken))],
  ['beginSummary', (sessionToken) => beginSummary(server, { sessionToken, windowFromSeq: 9 })],
  ['sessionHistory', (sessionToken) => sessionHistory(server, { sessionToken })],
  ['exportSession', (sessionToken) => exportSession(server, sessionToken)],
  ['getPreferences', (sessionToken) => getPreferences(server, sessionToken)],
  ['setPreferences', (sessionToken) => setPreferences(server, { sessionToken, preferences: {} })],
  [
    'recordFeedback',
    (sessionToken) => recordFeedback(server, { sessionToken, seq: 2, rating: 'up' }),
  ],
  ['rotateSessionToken', (sessionToken) => rotateSessionToken(server, sessionToken)],
  ['revokeSession', (sessionToken) => revokeSession(server, sessionToken)],
  ['eraseSession', (sessionToken) => eraseSession(server, sessionToken)],
];

const fresh = async () => (await createSession(server)).sessionToken;

/** Changes one bit of what the token's letters stand for. */
function flipBit(token: string, bit: number): string {
  const bytes = Buffer.from(token.slice('catb_'.length), 'base64url');
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return `catb_${bytes.toString('base64url')}`;
}

const expire = async (sessionToken: string) => {
  await database.pool.query(
    `update public.sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
     where id = catb.session_of_token($1)`,
    [sessionToken],
  );
  return sessionToken;
};

const refusedTokens: [string, () => Promise<string>][] = [
  ['an invented token', () => Promise.resolve(`catb_${'A'.repeat(64)}`)],
  ['a token of a session that was revoked', async () => {
    const token = await fresh();
    await revokeSession(server, token);
    return token;
  }],
  ['a token of a session that was erased', async () => {
    const token = await fresh();
    await eraseSession(server, token);
    return token;
  }],
  ['a token that expired', async () => expire(await fresh())],
  ['a token that was rotated away', async () => {
    const token = await fresh();
    await rotateSessionToken(server, token);
    return token;
  }],
  ['a token with its last letter gone', async () => (await fresh()).slice(0, -1)],
  ['a token with a letter more', async () => `${await fresh()}A`],
  ['a token with a newline after it', async () => `${await fresh()}\n`],
  ['a token of a megabyte', () => Promise.resolve(`catb_${'A'.repeat(1_000_000)}`)],
  ['a token without its beginning', async () => (await fresh()).slice(5)],
  ['a token in capitals', async () => (await fresh()).toUpperCase()],
  ['a token in ordinary base64', () => Promise.resolve(`catb_${'+/'.repeat(32)}`)],
  ['a token with a bit of the id flipped', async () => flipBit(await fresh(), 100)],
  ['a token with the first bit of the secret flipped', async () => flipBit(await fresh(), 128)],
  ['a token with the last bit of the secret flipped', async () => flipBit(await fresh(), 383)],
  ['an empty token', () => Promise.resolve('')],
  ['a session id', async () => (await createSession(server)).sessionId],
  ['a wildcard', () => Promise.resolve('catb_%')],
]; // prettier-ignore

async function refusalOf(work: Promise<unknown>): Promise<object> {
  const error: unknown = await work.then(
    () => new Error('It was accepted.'),
    (caught: unknown) => caught,
  );
  if (!(error instanceof CatbError)) throw error;
  const { code, status, message, details, hint } = error;
  return { code, status, message, details, hint };
}

describe.each(refusedTokens)('%s', (_name, make) => {
  it('is refused by every operation, and nothing tells why', async () => {
    const token = await make();
    for (const [operation, run] of operations) {
      expect({ operation, ...(await refusalOf(run(token))) }).toEqual({
        operation,
        code: 'session_token_refused',
        status: 401,
        message: 'The session token was not accepted.',
        details: undefined,
        hint: 'Start a new session and use its token.',
      });
    }
  });
});

describe('a token', () => {
  it('is 69 letters, of which the database keeps a hash', async () => {
    const { sessionId, sessionToken, expiresAt } = await createSession(server);
    expect(sessionToken).toMatch(/^catb_[A-Za-z0-9_-]{64}$/);
    const days = (expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    const { rows } = await database.pool.query<{ row: string }>(
      'select to_jsonb(s)::text as row from public.sessions s where id = $1',
      [sessionId],
    );
    const secret = Buffer.from(sessionToken.slice(5), 'base64url').subarray(16);
    expect(rows[0]!.row).toContain(sessionId);
    expect(rows[0]!.row).not.toContain(secret.toString('hex'));
  });

  it('of a thousand is of a thousand sessions, in order of their making', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `select (public.create_session()).session_id as id from generate_series(1, 1000)`,
    );
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    const times = ids.map((id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(Math.abs(times[0]! - Date.now())).toBeLessThan(60_000);
  });

  it('is replaced by a rotation: the new one opens the same session for 30 days more', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const rotated = await rotateSessionToken(server, sessionToken);
    expect(rotated.sessionId).toBe(sessionId);
    expect(rotated.sessionToken).not.toBe(sessionToken);
    expect((await sessionHistory(server, rotated)).messages).toEqual([]);
  });
});
