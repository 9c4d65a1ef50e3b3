import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { holdPresence, type Presence } from './hold-presence.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Locks of servers that live, in this database. */
async function held(): Promise<string[]> {
  const { rows } = await database.pool.query<{ mode: string }>(
    `select l.mode from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and d.datname = current_database() and l.granted order by 1`,
  );
  return rows.map(({ mode }) => mode);
}

const mustHold = (count: number) =>
  expect.poll(held, { timeout: 10_000 }).toEqual(Array.from({ length: count }, () => 'ShareLock'));

function appear(onAlone: () => Promise<void> = () => Promise.resolve()): Presence {
  return holdPresence({ url: database.url, onAlone });
}

describe('a server', () => {
  it('that is alone is told so once, and the next one is not', async () => {
    const told: string[] = [];
    const note = (name: string) => () => Promise.resolve(void told.push(name));
    const first = appear(note('first'));
    await mustHold(1);
    const second = appear(note('second'));
    await mustHold(2);
    expect(told).toEqual(['first']);
    await first.release();
    await second.release();
    await mustHold(0);

    const third = appear(note('third'));
    await mustHold(1);
    expect(told).toEqual(['first', 'third']);
    await third.release();
  });

  it('that appears while another does its work alone waits for it', async () => {
    let finish = () => {};
    const working = new Promise<void>((resolve) => (finish = resolve));
    const told: string[] = [];
    const first = appear(async () => {
      told.push('first');
      await working;
    });
    await expect.poll(held).toEqual(['ExclusiveLock']);
    const second = appear(() => Promise.resolve(void told.push('second')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await held()).toEqual(['ExclusiveLock']);
    finish();
    await mustHold(2);
    expect(told).toEqual(['first']);
    await Promise.all([first.release(), second.release()]);
  });

  it('that lost its connection is there again, and is not alone a second time', async () => {
    let told = 0;
    const presence = appear(() => Promise.resolve(void (told += 1)));
    await mustHold(1);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'catb-presence'`,
    );
    await mustHold(0);
    await mustHold(1);
    expect(told).toBe(1);
    await presence.release();
  });

  it('that can not reach the database can still be released', async () => {
    const presence = holdPresence({
      url: 'postgres://u:p@127.0.0.1:1/x',
      onAlone: () => Promise.reject(new Error('never')),
    });
    await presence.release();
  });

  it('behind a transaction pooler is never alone', async () => {
    let told = 0;
    const presence = holdPresence({
      url: `${database.url}?pgbouncer=true`,
      onAlone: () => Promise.resolve(void (told += 1)),
    });
    await presence.release();
    expect(told).toBe(0);
  });
});
