import { randomBytes } from 'node:crypto';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { describeAccess } from './describe-access.ts';
import { inspectDatabase } from './inspect-database.ts';

let database: TestDatabase;
let client: pg.Client;
const role = `reader_${randomBytes(4).toString('hex')}`;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(`create role ${role}; create role ${role}_member in role ${role}`);
});

afterAll(async () => {
  await client.query(`drop owned by ${role}; drop role ${role}_member, ${role}`);
  await client.end();
  await database.drop();
});

/** What the role may do, after the statements. */
async function access(statements: string, who = role): Promise<string | undefined> {
  await client.query('drop table if exists t; create table t (id int, owner text, secret text)');
  await client.query(statements);
  const inspection = await withTarget(database.url, inspectDatabase);
  const table = inspection.tables.find(({ name }) => name === 't');
  if (table === undefined) throw new Error('no table');
  return describeAccess(table, inspection).find(({ roles }) => roles.includes(who))?.may;
}

const rls = 'alter table t enable row level security; ';

test.each([
  ['nothing granted', '', undefined],
  ['no policies in force', `grant select, update on t to ${role}`, 'select, update all'],
  ['policies on, and none', `${rls} grant select on t to ${role}`, 'nothing'],
  [
    'a policy that asks who calls',
    `${rls} grant all on t to ${role};
     create policy p on t for select to ${role} using (owner = current_user)`,
    'select own',
  ],
  [
    'a policy for everybody that asks something else',
    `${rls} grant all on t to ${role}; create policy p on t using (id > 0)`,
    'select, insert, update, delete some',
  ],
  [
    'a policy that lets everything through',
    `${rls} grant select on t to ${role}; create policy p on t using (true)`,
    'select all',
  ],
  [
    'the same under a restrictive one',
    `${rls} grant select on t to ${role}; create policy p on t using (true);
     create policy r on t as restrictive using (owner = current_setting('x.y'))`,
    'select own',
  ],
  ['one column', `grant select (id) on t to ${role}`, 'select all (1 column)'],
  [
    'a policy for somebody else',
    `${rls} grant select on t to ${role}; create policy p on t to postgres using (true)`,
    'nothing',
  ],
])('%s', async (_, statements, may) => {
  expect(await access(statements)).toBe(may);
});

test('a member has what its role was granted', async () => {
  expect(await access(`grant select on t to ${role}`, `${role}_member`)).toBe('select all');
});

test('a grant to everybody is told of public', async () => {
  expect(await access('grant insert on t to public', 'public')).toBe('insert all');
});

test('a grant without the right to the schema is none', async () => {
  await client.query(`create schema closed; create table closed.t (id int)`);
  await client.query(`grant select on closed.t to ${role}`);
  const inspection = await withTarget(database.url, inspectDatabase);
  const table = inspection.tables.find(({ schema }) => schema === 'closed');
  if (table === undefined) throw new Error('no table');
  expect(describeAccess(table, inspection).flatMap(({ roles }) => roles)).not.toContain(role);
});
