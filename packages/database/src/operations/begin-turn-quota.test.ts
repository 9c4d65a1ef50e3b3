import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import type { CatbError } from '../errors.ts';
import {
  createTestDatabase,
  exampleReply,
  exampleTurn,
  openServer,
  openTurn,
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';
import { finishTurn } from './finish-turn.ts';

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

const ten = { turnsPerMinute: 10 };

/** Moves the session's clock on, as if it had waited. */
async function wait(sessionId: string, seconds: number): Promise<void> {
  await database.pool.query(
    `update public.sessions set quota_spent_until = quota_spent_until - make_interval(secs => $2) where id = $1`,
    [sessionId, seconds],
  );
}

const tooMany = { code: 'turn_quota_exceeded', status: 429 };

it('ten turns go through at once, the eleventh waits six seconds', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  for (let turn = 0; turn < 10; turn += 1) {
    await openTurn(server, sessionToken, `message ${turn}`, ten);
  }
  await expect(beginTurn(server, exampleTurn(sessionToken, 'one more', ten))).rejects.toMatchObject(
    {
      ...tooMany,
      details: expect.stringMatching(/^Try again in [56] s\.$/) as string,
    },
  );

  await wait(sessionId, 6);
  await openTurn(server, sessionToken, 'one more', ten);
  await expect(beginTurn(server, exampleTurn(sessionToken, 'too soon', ten))).rejects.toMatchObject(
    tooMany,
  );
  await wait(sessionId, 60);
  for (let turn = 0; turn < 10; turn += 1) {
    await openTurn(server, sessionToken, `later ${turn}`, ten);
  }
});

it('a turn that was refused costs no number and no quota', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const once = { turnsPerMinute: 1 };
  await openTurn(server, sessionToken, 'first', once);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await expect(beginTurn(server, exampleTurn(sessionToken, 'no', once))).rejects.toMatchObject(
      tooMany,
    );
  }
  await wait(sessionId, 60);
  expect((await openTurn(server, sessionToken, 'second', once)).seq).toBe(3);
});

it('0 is no limit', async () => {
  const { sessionToken } = await createSession(server);
  for (let turn = 0; turn < 25; turn += 1) {
    await openTurn(server, sessionToken, `message ${turn}`, { turnsPerMinute: 0 });
  }
});

it('an answer that is there is returned beyond the quota, and costs nothing', async () => {
  const { sessionToken } = await createSession(server);
  const keyed = { ...ten, idempotencyKey: 'k' };
  const turn = await openTurn(server, sessionToken, 'Hello', keyed);
  await finishTurn(server, exampleReply(turn, 'Hi.'));
  const retry = () => beginTurn(server, exampleTurn(sessionToken, 'Hello', keyed));
  for (let times = 0; times < 15; times += 1) {
    expect(await retry()).toMatchObject({ isAnswered: true, reply: 'Hi.' });
  }
  for (let more = 0; more < 9; more += 1) await openTurn(server, sessionToken, `m ${more}`, ten);
  await expect(beginTurn(server, exampleTurn(sessionToken, 'new', ten))).rejects.toMatchObject(
    tooMany,
  );
  expect(await retry()).toMatchObject({ isAnswered: true, reply: 'Hi.' });
});

it('two pools together can not overspend', async () => {
  const { sessionToken } = await createSession(server);
  const other = await openServer(database, 10);
  try {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        beginTurn(index % 2 === 0 ? server : other, exampleTurn(sessionToken, `m ${index}`, ten)),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        expect((outcome.reason as CatbError).code).toBe('turn_quota_exceeded');
      }
    }
  } finally {
    await other.close();
  }
});
