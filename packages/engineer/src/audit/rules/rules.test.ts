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

/** What the rule finds after each step. */
async function runSteps(
  client: pg.Client,
  fixture: AuditFixture,
): Promise<Awaited<ReturnType<typeof found>>[]> {
  const { once, always } = prepareFixture(fixture);
  await client.query(once);
  const after = [];
  for (const { sql } of fixture.steps) {
    await client.query(always);
    // Statement by statement where they are committed: VACUUM shares no transaction with others.
    for (const part of fixture.committed ? statementsOf(sql) : [sql]) await client.query(part);
    after.push(await found(client, fixture));
  }
  return after;
}

async function runFixture(fixture: AuditFixture): ReturnType<typeof runSteps> {
  if (!fixture.committed) {
    return await withSuperuser(database, async (client) => {
      await client.query('begin');
      const after = await runSteps(client, fixture);
      await client.query('rollback');
      return after;
    });
  }
  const own = await createEmptyDatabase();
  const after = await withSuperuser(own, (client) => runSteps(client, fixture));
  await own.drop();
  return after;
}

function statementsOf(sql: string): string[] {
  return sql.split(/;\n(?=[a-z]|$)(?!end\n)/).filter((part) => /^\s*[a-z]/m.test(part));
}

const titles = {
  'look-alike': 'a look-alike passes',
  issue: 'the issue is found',
  mend: 'the mend silences it',
} as const;

describe.each(fixtures)('$rule', (fixture) => {
  let after: Awaited<ReturnType<typeof runSteps>>;
  beforeAll(async () => {
    after = await runFixture(fixture);
  });

  const steps = fixture.steps.map(({ kind, finds }, index) => ({
    // Several issues in one fixture are counted in pairs with their mends.
    title: index < 3 ? titles[kind] : `${titles[kind]} (${Math.ceil(index / 2)})`,
    index,
    finds,
  }));
  test.each(steps)('$title', ({ index, finds }) => {
    expect(after[index]).toEqual(finds);
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
