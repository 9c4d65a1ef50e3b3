import { converse } from '@catb/database/testing';
import {
  createSession,
  eraseSession,
  exportSession,
  migrateDown,
  migrateUp,
  openDatabase,
  prepareServerRole,
  sessionHistory,
  type Database,
} from '@catb/database';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

// Supabase's owner has BYPASSRLS; on an ordinary PostgreSQL the owner is under the forced policies too.
const name = `plain_${randomBytes(4).toString('hex')}`;

let url: string;
let server: Database;
beforeAll(async () => {
  await asSuperuser(
    `create role ${name} login password 'plain' nobypassrls`,
    `create database ${name} owner ${name} template template0`,
  );
  const address = new URL(inject('postgres').url);
  address.username = name;
  address.password = 'plain';
  address.pathname = `/${name}`;
  url = address.href;
  await migrateUp({ url });
  const api = new URL(await prepareServerRole(inject('postgres').url));
  api.pathname = `/${name}`;
  server = openDatabase({ url: api.href, max: 3 });
});
afterAll(async () => {
  await server.close();
  await asSuperuser(
    `drop database if exists ${name} with (force)`,
    `drop owned by ${name}`,
    `drop role ${name}`,
  );
});

async function asSuperuser(...statements: string[]): Promise<void> {
  const address = new URL(inject('postgres').superuserUrl);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('owned by a role without BYPASSRLS', () => {
  it('a conversation is kept, read, taken along and erased', async () => {
    const { sessionToken } = await createSession(server);
    await converse(server, sessionToken, 'one', 'two');
    const turn = await converse(server, sessionToken, 'three', 'four');
    expect(turn.context).toHaveLength(3);
    expect((await sessionHistory(server, { sessionToken })).messages).toHaveLength(4);
    expect(JSON.parse(await exportSession(server, sessionToken))).toMatchObject({
      modelCalls: [{ costUsd: '0' }, { costUsd: '0' }],
    });
    expect((await eraseSession(server, sessionToken)).erased).toMatchObject({
      messages: 4,
      modelCalls: 2,
    });
  });

  it('what was migrated can be taken back, to the last table', async () => {
    await migrateDown({ url, steps: 100 });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'catb')`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
