import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import { withClient } from '../copy/with-client.ts';
import { withTarget } from './open-target.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

const nothing = () => Promise.resolve();

/** A server that speaks the protocol as far as it takes to be asked for its version. */
async function pretend(rows: [string, string], run: (url: string) => Promise<void>): Promise<void> {
  const message = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const int = (value: number, size: 2 | 4): Buffer => {
    const buffer = Buffer.alloc(size);
    buffer.writeIntBE(value, 0, size);
    return buffer;
  };
  const field = (name: string): Buffer =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int(0, 4),
      int(0, 2),
      int(25, 4),
      int(-1, 2),
      int(-1, 4),
      int(0, 2),
    ]);
  const value = (text: string): Buffer => Buffer.concat([int(text.length, 4), Buffer.from(text)]);
  const ready = message('Z', Buffer.from('I'));
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int(0, 4)), ready]));
      socket.on('data', () => {
        socket.write(
          Buffer.concat([
            message('T', int(2, 2), field('version'), field('readOnly')),
            message('D', int(2, 2), ...rows.map(value)),
            message('C', Buffer.from('SELECT 1\0')),
            ready,
          ]),
        );
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(
      `postgresql://someone:secret@127.0.0.1:${(server.address() as net.AddressInfo).port}/x`,
    );
  } finally {
    server.close();
  }
}

describe('a target', () => {
  it('is read, never written', async () => {
    await withTarget(database.superuserUrl, async ({ client, major, versionNumber }) => {
      expect(Math.floor(versionNumber / 10_000)).toBe(major);
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await expect(client.query('create table t ()')).rejects.toThrow('read-only transaction');
      const { rows } = await client.query(`select current_setting('statement_timeout') as t`);
      expect(rows).toEqual([{ t: '30s' }]);
    });
  });

  it('that nobody answers for is unreachable, and its password is not told', async () => {
    const url = 'postgresql://someone:top%20secret@127.0.0.1:1/x';
    const error: unknown = await withTarget(url, nothing).catch((each: unknown) => each);
    expect(error).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('127.0.0.1:1'),
    });
    expect(String(error)).not.toMatch(/top|secret/);
  });

  it('with a connection string that is none is unreachable, and the string is not told', async () => {
    const error: unknown = await withTarget('postgresql://someone:secret@[bad/x', nothing).catch(
      (each: unknown) => each,
    );
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(String(error)).not.toContain('secret');
  });

  it('that is too old is refused', async () => {
    await pretend(['140012', 'on'], (url) =>
      expect(withTarget(url, nothing)).rejects.toMatchObject({
        code: 'TARGET_TOO_OLD',
        message: expect.stringContaining('PostgreSQL 14'),
      }),
    );
  });

  it('behind a pooler that drops the settings is refused', async () => {
    await pretend(['180004', 'off'], (url) =>
      expect(withTarget(url, nothing)).rejects.toMatchObject({ code: 'TARGET_NOT_READ_ONLY' }),
    );
  });

  it('that hides what is asked for says which right is missing', async () => {
    const role = `target_${randomBytes(6).toString('hex')}`;
    await withClient(database.superuserUrl, (client) =>
      client.query(`create role ${role} login password 'x'; create table hidden ()`),
    );
    const url = new URL(database.url);
    [url.username, url.password] = [role, 'x'];
    const looking = withTarget(url.href, ({ client }) => client.query('table hidden'));
    await expect(looking).rejects.toMatchObject({
      code: 'TARGET_RIGHTS_MISSING',
      message: expect.stringContaining('permission denied for table hidden'),
      hint: expect.stringContaining('the right to read table hidden'),
    });
    await withClient(database.superuserUrl, (client) => client.query(`drop role ${role}`));
  });
});
