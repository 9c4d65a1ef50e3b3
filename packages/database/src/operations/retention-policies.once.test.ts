import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  permissionDenied,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { listRetentionPolicies } from './list-retention-policies.ts';
import { removeRetentionPolicy } from './remove-retention-policy.ts';
import { setRetentionPolicy } from './set-retention-policy.ts';

let database: TestDatabase;
let owner: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

it('every triage category has a policy of its own, and a change is in the audit log', async () => {
  const { rows } = await database.pool.query<{ name: 'emergency' }>(
    'select unnest(enum_range(null::public.triage_category))::text as name',
  );
  for (const { name } of rows) {
    await setRetentionPolicy(owner, { data: 'sessions', category: name, keepDays: 400 });
  }
  await setRetentionPolicy(owner, { data: 'sessions', category: 'emergency', keepDays: null });
  expect(await listRetentionPolicies(owner)).toHaveLength(rows.length);
  for (const { name } of rows) await removeRetentionPolicy(owner, 'sessions', name);
  expect(await removeRetentionPolicy(owner, 'sessions', 'urgent')).toBe(false);
  await rowsMustMatch(
    database.pool,
    `select action, counts from public.audit_log where counts ->> 'category' = 'emergency' order by at`,
    [
      {
        action: 'retention_policy_set',
        counts: { data: 'sessions', category: 'emergency', keepDays: 400, before: null },
      },
      {
        action: 'retention_policy_set',
        counts: {
          data: 'sessions',
          category: 'emergency',
          keepDays: null,
          before: { keepDays: 400 },
        },
      },
      {
        action: 'retention_policy_removed',
        counts: { data: 'sessions', category: 'emergency', before: { keepDays: null } },
      },
    ],
  );
});

it.each([
  ['sessions', 'other', -1],
  ['sessions', 'other', 0],
  ['sessions', 'other', 73_001],
  ['sessions', `other'); drop table public.sessions; --`, 30],
  ['audit_log', 'other', 364],
  ['audit_log', 'emergency', 400],
] as const)('%s, %s, %d days is refused', async (data, category, keepDays) => {
  await expect(
    setRetentionPolicy(owner, { data, category: category as 'other', keepDays }),
  ).rejects.toMatchObject({ code: 'retention_policy_invalid' });
  expect(await listRetentionPolicies(owner)).toEqual([]);
});

it('a table that no policy can be about is refused', async () => {
  await mustRefuse(
    database.pool.query(`select catb.set_retention_policy('public.model_prices', 'other', 30)`),
    '22P02',
  );
});

it.each(['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst'])(
  '%s sets no policy and begins no run',
  async (role) => {
    await connectAs(database, role, async (client) => {
      for (const call of [
        `select catb.set_retention_policy('sessions', 'other', 1)`,
        `select catb.remove_retention_policy('sessions')`,
        `insert into catb.retention_policies (data, keep_days) values ('sessions', 1)`,
        'select * from catb.retention_policies',
        'select * from catb.retention_runs',
        'select * from catb.plan_retention()',
        'select * from catb.begin_retention(true)',
        `select * from catb.remove_due('00000000-0000-7000-8000-000000000000', 'sessions')`,
      ]) {
        await mustRefuse(client.query(call), permissionDenied);
      }
    });
  },
);
