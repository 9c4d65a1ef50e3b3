import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  prepareFixture,
  readAuditFixtures,
  readSupabaseFixture,
  type AuditFixture,
} from '../../testing/read-audit-fixture.ts';
import { auditTransaction } from '../audit-schema.ts';
import { auditRules } from './index.ts';

const fixtures = readAuditFixtures();
let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
  await withSuperuser(database, (client) => client.query(readSupabaseFixture()));
});
afterAll(() => database.drop());

async function withSuperuser<T>(of: TestDatabase, run: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: of.superuserUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The objects that a rule finds now, in the transaction that is open or in one of its own. */
async function found(client: pg.Client, fixture: AuditFixture): Promise<(string | null)[]> {
  await client.query('reset role');
  if (fixture.committed) await client.query('begin');
  const { findings } = await auditTransaction(client, {
    rules: auditRules.filter(({ name }) => name === fixture.rule),
    schemas: [fixture.schema, ...fixture.exposes],
  });
  if (fixture.committed) await client.query('commit');
  return findings.map(({ object }) => object).sort();
}

async function runSteps(client: pg.Client, fixture: AuditFixture): Promise<void> {
  const { once, always } = prepareFixture(fixture);
  await client.query(once);
  for (const { kind, sql, finds } of fixture.steps) {
    await client.query(always);
    // Statement by statement where they are committed: VACUUM shares no transaction with others.
    for (const part of fixture.committed ? statementsOf(sql) : [sql]) await client.query(part);
    expect(await found(client, fixture), kind).toEqual(finds);
  }
}

function statementsOf(sql: string): string[] {
  return sql.split(/;\n(?=[a-z]|$)(?!end\n)/).filter((part) => /^\s*[a-z]/m.test(part));
}

describe('on its fixture: a look-alike passes, the issue is found, the mend silences it', () => {
  test.each(fixtures.filter(({ committed }) => !committed))('$rule', async (fixture) => {
    await withSuperuser(database, async (client) => {
      await client.query('begin');
      await runSteps(client, fixture);
      await client.query('rollback');
    });
  });

  test.each(fixtures.filter(({ committed }) => committed))('$rule, committed', async (fixture) => {
    const own = await createEmptyDatabase();
    await withSuperuser(own, (client) => runSteps(client, fixture));
    await own.drop();
  });
});

describe('all rules together', () => {
  test('are silent on all look-alikes', async () => {
    await withSuperuser(database, async (client) => {
      await client.query('begin');
      for (const fixture of fixtures.filter(({ committed }) => !committed)) {
        const { once, always } = prepareFixture(fixture);
        await client.query(`${once} ${always} ${fixture.steps[0]?.sql}`);
      }
      await client.query('reset role');
      const schemas = fixtures.flatMap(({ schema, exposes, committed }) =>
        committed ? [] : [schema, ...exposes],
      );
      const { findings } = await auditTransaction(client, { schemas });
      expect(findings.map(({ rule, object }) => `${rule}: ${object}`)).toEqual([]);
      await client.query('rollback');
    });
  });
});
