import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import { prepareServerRole } from '../connection/server-role.ts';
import {
  converse,
  createTestDatabase,
  watchProtocol,
  type TestDatabase,
  type WatchedProtocol,
} from '../testing/index.ts';
import { createSession } from './create-session.ts';

let database: TestDatabase;
let watched: WatchedProtocol;
let server: Database;
let pooled: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  watched = await watchProtocol(await prepareServerRole(database.url));
  server = openDatabase({ url: watched.url, max: 1 });
  pooled = openDatabase({ url: `${watched.url}?pgbouncer=true`, max: 1 });
});
afterAll(async () => {
  await Promise.all([server.close(), pooled.close()]);
  await watched.close();
  await database.drop();
});

it('a turn is two statements', async () => {
  const { sessionToken } = await createSession(server);
  for (let turn = 1; turn <= 3; turn += 1) {
    watched.clear();
    await converse(server, sessionToken);
    expect(watched.executed).toBe(2);
  }
});

it('each statement is prepared once on a connection', async () => {
  const { sessionToken } = await createSession(server);
  await converse(server, sessionToken);
  watched.clear();
  await converse(server, sessionToken);
  expect(watched).toMatchObject({ executed: 2, prepared: [] });
});

it('behind a transaction pooler no statement has a name, and a turn is still two', async () => {
  const { sessionToken } = await createSession(pooled);
  watched.clear();
  await converse(pooled, sessionToken);
  expect(watched).toMatchObject({ executed: 2, prepared: ['', ''] });
});
