import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { auditTransaction } from './audit-schema.ts';

const names = [
  `with "quotes" and 'others'`,
  'Spaces  and.dots',
  '🐈 mañana ÄÖÜ',
  'x'.repeat(63),
  'select',
  '(*[?+',
  'back\\slash %I %s $1',
];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** A fault of each kind of object, and everything is called the same. */
function faults(name: string): string {
  const q = pg.escapeIdentifier(name);
  const short = [...name].slice(0, 20).join('');
  const other = pg.escapeIdentifier(`${short}2`);
  return `
    set local role postgres;
    create schema ${q};
    grant usage, create on schema ${q} to anon;
    set local search_path = ${q};
    create table ${q} (${q} int unique, user_role text, user_id uuid);
    alter table ${q} add constraint ${q} check (${q} > 0) not valid;
    create unlogged table ${other} (
      ${q} bigint primary key constraint ${other} references ${q} (${q}),
      ${other} regproc,
      user_id uuid,
      parent int references ${q} (${q})
    ) with (autovacuum_enabled = off);
    create index on ${q} (user_role, user_id);
    create index on ${q} (user_role, user_id);
    create index on ${q} (user_role);
    alter table ${q} enable row level security;
    grant all on ${q} to anon, authenticated;
    grant select on ${other} to anon;
    grant delete on ${q} to anon;
    grant insert (user_role) on ${q} to anon;
    create policy ${q} on ${q} for update to anon using (user_id = current_setting('a.b', true)::uuid) with check (true);
    create policy ${other} on ${q} for update to anon using (current_setting('a.b', true) is null);
    create view ${pg.escapeIdentifier(`v_${short}`)} as select * from ${q};
    create materialized view ${pg.escapeIdentifier(`m_${short}`)} as select 1 as one;
    grant select on all tables in schema ${q} to anon;
    create function ${q}(${q} text) returns void language plpgsql security definer as
      'begin execute ''select '' || ${q.replaceAll("'", "''")}; end';
    create sequence ${pg.escapeIdentifier(`s_${short}`)} maxvalue 10 start 9;
    select nextval(${pg.escapeLiteral(pg.escapeIdentifier(`s_${short}`))}::regclass);
    create function touch() returns trigger language plpgsql set search_path = '' as 'begin return new; end';
    create trigger ${q} before update on ${q} for each row execute function touch();
    alter table ${q} disable trigger ${q};
    reset role;
  `;
}

async function findingsOf(name: string): Promise<Finding[]> {
  await client.query(faults(name));
  const { findings } = await auditTransaction(client, { schemas: [name] });
  return findings;
}

/** Statements that a finding proposes, as a transaction can run them. */
function statementsIn(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ hint }) => {
    const statement = /(?:^|: )((?:alter|create|drop|revoke)\b[^;]*;)$/.exec(hint ?? '')?.[1];
    return statement === undefined ? [] : [statement.replace(' concurrently', '')];
  });
}

describe.each(names)('objects called %s', (name) => {
  beforeAll(() => client.query('begin'));
  afterAll(() => client.query('rollback'));

  test('are found, and what is proposed for them can be run as it stands', async () => {
    const findings = await findingsOf(name);
    const rules = new Set(findings.map(({ rule }) => rule));
    for (const rule of [
      'no-primary-key',
      'duplicate-index',
      'overlapping-index',
      'unindexed-foreign-key',
      'constraint-not-validated',
      'autovacuum-off',
      'unlogged-table',
      'upgrade-blocking-type',
      'foreign-key-type-mismatch',
      'schema-open-to-creation',
      'several-permissive-policies',
      'policy-calls-per-row',
      'policy-lets-owner-change',
      'policy-open-when-signed-out',
      'privileged-column-writable',
      'column-grant-without-policy',
      'security-invoker-lost',
      'materialized-view-exposed',
      'definer-function-for-anyone',
      'dynamic-sql-from-arguments',
      'mutable-search-path',
      'sequence-near-end',
      'trigger-disabled',
      'rls-disabled',
    ]) {
      expect([...rules]).toContain(rule);
    }
    const statements = statementsIn(findings);
    expect(statements.length).toBeGreaterThan(10);
    for (const statement of statements) {
      await client.query('savepoint before');
      await expect(client.query(statement), statement).resolves.toBeDefined();
      await client.query('rollback to before');
    }
  });
});
