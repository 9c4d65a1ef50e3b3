/** The table of rules: who may read it, and how a change gets its version. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRules } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

const version = async () => {
  const { rows } = await database.pool.query<{ version: string }>(
    'select catb.triage_version() as version',
  );
  return Number(rows[0]?.version);
};

describe('the version', () => {
  it.each([
    "update public.triage_rules set advice = advice || ' Now.' where name = 'seizure'",
    "update public.triage_word_lists set words = words || array['tinkle'] where name = 'pee'",
    "delete from public.triage_rules where name = 'hairballs'",
    "insert into public.triage_rules (name, category, label, advice, patterns) values ('new-rule', 'urgent', 'New', 'Call.', array['new sign'])",
    'truncate public.triage_word_lists',
  ])('grows by one with: %s', async (statement) => {
    const before = await version();
    await database.pool.query(statement);
    expect(await version()).toBe(before + 1);
  });

  it('comes with the rules', async () => {
    const { rows } = await database.pool.query<{ version: string }>(
      'select version from public.triage_rules_current()',
    );
    expect(Number(rows[0]?.version)).toBe(await version());
  });
});

describe('an edit', () => {
  it('a disabled rule is out of force, and a rule says when it was changed', async () => {
    await database.pool.query(
      "update public.triage_rules set enabled = false where name = 'antifreeze'",
    );
    const { rows } = await database.pool.query<{ rules: unknown; changed: boolean }>(
      `select c.rules, r.updated_at > r2.updated_at as changed
       from public.triage_rules_current() c, public.triage_rules r, public.triage_rules r2
       where r.name = 'antifreeze' and r2.name = 'lily'`,
    );
    expect(rows[0]?.changed).toBe(true);
    expect(JSON.stringify(rows[0]?.rules)).not.toContain('"antifreeze"');
  });

  it('a rule that names no list of words is refused by name', async () => {
    await database.pool.query(
      "update public.triage_rules set patterns = array['{gone} away'] where name = 'lily'",
    );
    const { rows } = await database.pool.query<{ rules: unknown }>(
      'select rules from public.triage_rules_current()',
    );
    const { refused } = parseRules(rows[0]?.rules);
    expect(refused.map(({ name }) => name)).toContain('lily');
  });

  it.each([
    ["update public.triage_rules set patterns = '{}' where name = 'lily'", 'patterns_not_empty'],
    ["update public.triage_rules set name = 'Not Kebab' where name = 'lily'", 'name_is_kebab_case'],
    [
      "insert into public.triage_word_lists values ('bad', 'bad', array['a|b)'])",
      'words_are_plain',
    ],
    ['insert into public.triage_rules_version values (false)', 'only_one_row'],
  ])('%s breaks %s', async (statement, constraint) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ constraint });
  });

  it('no rule of the migration claims to be reviewed', async () => {
    const { rows } = await database.pool.query(
      'select from public.triage_rules where reviewed_by is not null',
    );
    expect(rows).toEqual([]);
  });
});

describe.each(['anon', 'authenticated', 'service_role', 'catb_analyst', 'catb_server'])(
  'acting as %s',
  (role) => {
    it.each(['triage_rules', 'triage_word_lists', 'triage_rules_version'])(
      '%s is refused',
      async (table) => {
        for (const statement of [`select * from public.${table}`, `delete from public.${table}`]) {
          await expect(
            database.as(role, (client) => client.query(statement)),
          ).rejects.toMatchObject({ code: '42501' });
        }
      },
    );

    it.each(['catb.triage_version()', "catb.expand_triage_patterns('{a}')"])(
      '%s is refused',
      async (call) => {
        await expect(
          database.as(role, (client) => client.query(`select ${call}`)),
        ).rejects.toMatchObject({ code: '42501' });
      },
    );

    it(`the rules are ${role === 'catb_server' ? 'read' : 'refused'}`, async () => {
      const read = database.as(role, (client) =>
        client.query('select * from public.triage_rules_current()'),
      );
      if (role === 'catb_server') expect((await read).rows).toHaveLength(1);
      else await expect(read).rejects.toMatchObject({ code: '42501' });
    });
  },
);
