import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareServerRole } from '../connection/server-role.ts';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrationStatus, verifyMigrations } from './index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
  // Else another file, which connects as this role, lets it log in while the roles are compared.
  await prepareServerRole(database.url);
});

afterAll(() => database.drop());

// Its own roles only: other test files make roles on the same server at the same time.
const role = (name: string): boolean => name.startsWith('catb_');

test('every migration of catb can be rolled back and comes back the same', async () => {
  const { url } = database;
  const report = await verifyMigrations({ url, freshUrl: url, role });
  expect(report.failure).toBeUndefined();
  expect(report.differences).toEqual([]);
  const { migrations } = await migrationStatus({ url });
  expect(report.verified.length + report.irreversible.length).toBe(migrations.length);
}, 120_000);
