/** What an edit of a rule leaves behind, and what a migration of the rules gives back. */
import { migrateDown, migrateUp, type Database } from '@catb/database';
import { createTestDatabase, openServer, type TestDatabase } from '@catb/database/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTriageRulesCache } from './triage-rules-cache.ts';

const beforeColloquial = '20261124000400';

let database: TestDatabase;
let server: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  server = await openServer(database, 2);
});
afterEach(async () => {
  await server.close();
  await database.drop();
});

async function all(query: string): Promise<Record<string, unknown>[]> {
  return (await database.pool.query<Record<string, unknown>>(query)).rows;
}

describe('the history', () => {
  it('has what a rule said before an edit and before its end, since when, and who it was', async () => {
    const [before] = await all(
      "select advice, to_jsonb(updated_at) as since from public.triage_rules where name = 'lily'",
    );
    await all("update public.triage_rules set advice = 'Wait.' where name = 'lily'");
    await all("delete from public.triage_rules where name = 'lily'");
    const kept = await all(
      `select rule ->> 'advice' as advice, rule -> 'updated_at' as since, replaced_by as who
       from public.triage_rule_history where name = 'lily' order by id`,
    );
    expect(kept[0]).toEqual({ ...before, who: 'postgres' });
    expect(kept.slice(1).map(({ advice }) => advice)).toEqual(['Wait.']);
  });
});

describe('a migration of the rules that is rolled back', () => {
  const rule = (name: string) =>
    all(
      `select patterns, exceptions, updated_at::text from public.triage_rules where name = '${name}'`,
    );
  const back = () => migrateDown({ url: database.url, to: beforeColloquial });

  it('takes its own phrases along, and no edit that was made since', async () => {
    await all(
      `update public.triage_rules set patterns = patterns || '{gob blue}' where name = 'breathing-trouble'`,
    );
    const after = await rule('breathing-trouble');
    await back();
    const [left] = await rule('breathing-trouble');
    expect(left?.['patterns']).toContain('gob blue');
    expect(JSON.stringify(left)).not.toContain('rasp*|ragged');
    await migrateUp({ url: database.url });
    const [again] = await rule('breathing-trouble');
    expect(JSON.stringify(again)).toContain('rasp*|ragged');
    expect(new Set(again?.['patterns'] as string[])).toEqual(
      new Set(after[0]?.['patterns'] as string[]),
    );
  });

  it('gives a rule that nobody edited its old date, and takes the new rule away', async () => {
    const [untouched] = await rule('lily');
    expect((await rule('antifreeze'))[0]?.['updated_at']).not.toBe(untouched?.['updated_at']);
    await back();
    expect((await rule('antifreeze'))[0]?.['updated_at']).toBe(untouched?.['updated_at']);
    expect(await rule('thirst-and-weight-loss')).toEqual([]);
    expect(await all('select from public.triage_rule_history')).toEqual([]);
  });

  it('reaches a server that has read the rules before', async () => {
    const cache = createTriageRulesCache(server, () => undefined);
    const version = async () =>
      Number((await all('select version from public.triage_rules_version'))[0]?.['version']);
    const newer = await version();
    expect((await cache.atVersion(newer)).rules.rules).toContainEqual(
      expect.objectContaining({
        rule: expect.objectContaining({ name: 'thirst-and-weight-loss' }),
      }),
    );
    // A turn that began before the newest edit asks for an older one, and nothing is compiled anew.
    expect(await cache.atVersion(newer - 1)).toBe(await cache.current());
    await back();
    const loaded = await cache.atVersion(await version());
    expect(loaded.version).toBeLessThan(newer);
    expect(JSON.stringify(loaded.rules.rules)).not.toContain('thirst-and-weight-loss');
  });
});
