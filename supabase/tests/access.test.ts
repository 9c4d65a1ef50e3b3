import {
  connectAs,
  converse,
  createTestDatabase,
  mustRefuse,
  openServer,
  openTurn,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import { createSession, recordFeedback, setPreferences, type Database } from '@catb/database';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Person {
  sessionId: string;
  sessionToken: string;
}

let database: TestDatabase;
let server: Database;
let owner: Person;
let stranger: Person;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  [owner, stranger] = [await settle('of the owner'), await settle('of a stranger')];
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** A session with a conversation, a profile and feedback, each with a word that tells whose it is. */
async function settle(whose: string): Promise<Person> {
  const person = await createSession(server);
  const { sessionToken } = person;
  await converse(server, sessionToken, `question ${whose}`, `answer ${whose}`);
  await setPreferences(server, { sessionToken, preferences: { catName: `cat ${whose}` } });
  await recordFeedback(server, { sessionToken, seq: 2, rating: 'up', comment: `comment ${whose}` });
  return person;
}

const claimsOf = ({ sessionId }: Person) => ({ role: 'anon', session_id: sessionId });
const headersOf = ({ sessionToken }: Person) => ({ 'x-session-token': sessionToken });

const reads = [
  'select content as said from public.messages',
  'select cat_name as said from public.preferences',
  'select comment as said from public.feedback',
];

/** What is seen of the three tables together. */
async function saidTo(client: pg.Client): Promise<string[]> {
  const said: string[] = [];
  for (const read of reads) {
    const { rows } = await client.query<{ said: string }>(read);
    said.push(...rows.map((row) => row.said));
  }
  return said.sort();
}

const everythingOf = (whose: string) =>
  ['answer', 'cat', 'comment', 'question'].map((what) => `${what} ${whose}`);

const ways: [string, string, (person: Person) => Parameters<TestDatabase['as']>[1], boolean][] = [
  ['anon', 'by a claim', claimsOf, false],
  ['anon', 'by a header', headersOf, true],
  ['authenticated', 'by a claim', claimsOf, false],
  ['authenticated', 'by a header', headersOf, true],
];

async function as<T>(
  role: string,
  person: Person,
  isHeader: boolean,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return await database.as(
    role,
    isHeader ? undefined : claimsOf(person),
    isHeader ? headersOf(person) : undefined,
    run,
  );
}

describe('acting as the owner', () => {
  it.each(ways)(
    'as %s, known %s, one reads what is one’s own',
    async (role, _way, _of, isHeader) => {
      await as(role, owner, isHeader, async (client) => {
        expect(await saidTo(client)).toEqual(everythingOf('of the owner'));
        const { rows } = await client.query('select id from public.sessions');
        expect(rows).toEqual([{ id: owner.sessionId }]);
        const history = await client.query('select content from public.session_history()');
        expect(history.rows).toHaveLength(2);
      });
    },
  );

  it('one writes no table, not even one’s own rows', async () => {
    await as('anon', owner, true, async (client) => {
      for (const write of [
        `update public.messages set content = 'mine'`,
        'delete from public.messages',
        `update public.preferences set cat_name = 'mine'`,
        `update public.sessions set expires_at = 'infinity'`,
      ]) {
        await client.query('savepoint before');
        await mustRefuse(client.query(write), permissionDenied);
        await client.query('rollback to before');
      }
    });
  });
});

describe('acting as a stranger', () => {
  it.each(ways)(
    'as %s, known %s, one reads nothing of the owner’s',
    async (role, _way, _of, isHeader) => {
      await as(role, stranger, isHeader, async (client) => {
        expect(await saidTo(client)).toEqual(everythingOf('of a stranger'));
        for (const read of reads) {
          const { rows } = await client.query(`${read} where session_id = $1`, [owner.sessionId]);
          expect(rows).toEqual([]);
        }
      });
    },
  );

  it('one’s own token with the owner’s id in the claim opens nothing at all', async () => {
    await database.as('anon', claimsOf(owner), headersOf(stranger), async (client) => {
      expect(await saidTo(client)).toEqual([]);
      await mustRefuse(client.query('select * from public.session_history()'), 'MU001');
    });
  });

  it('the owner’s id in front of one’s own secret is refused', async () => {
    const bytes = (token: string) => Buffer.from(token.slice(5), 'base64url');
    const mixed = Buffer.concat([
      bytes(owner.sessionToken).subarray(0, 16),
      bytes(stranger.sessionToken).subarray(16),
    ]);
    await mustRefuse(
      server.pool.query('select * from public.session_history(null, 50, $1)', [
        `catb_${mixed.toString('base64url')}`,
      ]),
      'MU001',
    );
  });

  it('a leaky condition sees no row that the policy hides', async () => {
    await as('anon', stranger, true, async (client) => {
      const { rows } = await client.query(
        `select content from public.messages where session_id = $1 and 1 / (seq - seq) = 0`,
        [owner.sessionId],
      );
      expect(rows).toEqual([]);
    });
  });
});

describe('acting as nobody', () => {
  it.each(['anon', 'authenticated'])('%s without claim and header reads nothing', async (role) => {
    await database.as(role, async (client) => {
      expect(await saidTo(client)).toEqual([]);
      expect((await client.query('select id from public.sessions')).rows).toEqual([]);
    });
  });

  it('one may start a session, and do nothing else without its token', async () => {
    await database.as('anon', async (client) => {
      await client.query('select * from public.create_session()');
      for (const call of [
        'public.session_history()',
        'public.get_preferences()',
        `public.set_preferences('{}')`,
        `public.record_feedback(2, 'up')`,
        'public.rotate_session_token()',
        'public.revoke_session()',
        'public.export_session()',
        'public.erase_session()',
      ]) {
        await client.query('savepoint before');
        await mustRefuse(client.query(`select ${call}`), 'MU001');
        await client.query('rollback to before');
      }
    });
  });
});

describe('acting as an analyst', () => {
  const ask = (client: pg.Client, why: string | null) =>
    client.query('select catb.request_transcript($1, $2)', [owner.sessionId, why]);

  it.each([[null], [''], ['because'], [' because  ']])('%j is no reason', async (why) => {
    await connectAs(database, 'catb_analyst', (client) => mustRefuse(ask(client, why), 'MU014'));
  });

  it('a claim of the owner’s session opens nothing', async () => {
    await database.as('catb_analyst', claimsOf(owner), headersOf(owner), async (client) => {
      await mustRefuse(client.query('select * from public.messages'), permissionDenied);
    });
  });

  it('in a transaction that may not write, nothing is asked for', async () => {
    await connectAs(database, 'catb_analyst', async (client) => {
      await client.query('begin read only');
      await mustRefuse(ask(client, 'a complaint came in'), '25006');
    });
  });
});

describe('acting as the server', () => {
  it('a token opens its own session only', async () => {
    const turn = await openTurn(server, owner.sessionToken, 'again');
    expect(JSON.stringify(turn)).toContain('of the owner');
    expect(JSON.stringify(turn)).not.toContain('of a stranger');
  });
});
