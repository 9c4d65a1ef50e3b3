import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../operations/create-session.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { openDatabase } from './pool.ts';
import { runStatement } from './run-statement.ts';
import { prepareServerRole } from './server-role.ts';

let database: TestDatabase;
let url: string;
beforeAll(async () => {
  database = await createTestDatabase();
  url = await prepareServerRole(database.url);
});
afterAll(() => database.drop());

const endConnectionsOfServer = () =>
  database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'catb_server'`,
  );

const statement = (text: string) => ({ name: text.slice(0, 40), text, doing: 'try this' });

describe('a pool', () => {
  it('goes on by itself after PostgreSQL ended its connections', async () => {
    let lost = 0;
    const server = openDatabase({ url, max: 3, onConnectionLost: () => (lost += 1) });
    try {
      await Promise.all([createSession(server), createSession(server), createSession(server)]);
      await endConnectionsOfServer();
      await expect.poll(() => lost).toBe(3);
      for (let round = 0; round < 5; round += 1) {
        expect((await createSession(server)).sessionToken).toMatch(/^catb_/);
      }
    } finally {
      await server.close();
    }
  });

  it('tells a statement whose connection is ended under it that the database is not there', async () => {
    const server = openDatabase({ url, max: 1, statementTimeoutMs: 60_000 });
    try {
      const slow = expect(
        runStatement(server, statement('select pg_sleep(60)'), []),
      ).rejects.toMatchObject({ code: 'database_unavailable', status: 503 });
      await expect
        .poll(async () => (await endConnectionsOfServer()).rowCount, { timeout: 20_000 })
        .toBeGreaterThan(0);
      await slow;
      await createSession(server);
    } finally {
      await server.close();
    }
  });

  it('ends a statement that takes longer than it may', async () => {
    const server = openDatabase({ url, max: 1, statementTimeoutMs: 50 });
    try {
      await expect(
        runStatement(server, statement('select pg_sleep(20)'), []),
      ).rejects.toMatchObject({ code: 'database_busy' });
    } finally {
      await server.close();
    }
  });

  it('tells that the database is not there when no connection is free in time', async () => {
    const server = openDatabase({ url, max: 1, connectionTimeoutMs: 2_000 });
    const client = await server.pool.connect();
    try {
      await expect(createSession(server)).rejects.toMatchObject({ code: 'database_unavailable' });
    } finally {
      client.release();
      await server.close();
    }
  });

  it('connects to nothing before its first statement', async () => {
    const server = openDatabase({ url: 'postgres://u:p@127.0.0.1:1/x' });
    expect(server.pool.totalCount).toBe(0);
    await expect(createSession(server)).rejects.toMatchObject({ code: 'database_unavailable' });
    await server.close();
  });
});
