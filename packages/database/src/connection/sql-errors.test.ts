import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, mustRefuse, type TestDatabase } from '../testing/index.ts';
import { sqlErrors } from './sql-errors.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the errors that SQL raises', () => {
  it('are the same in TypeScript as in the table', async () => {
    const { rows } = await database.pool.query<{ sqlstate: string; code: string; status: number }>(
      'select sqlstate, name as code, http_status as status from catb.error_codes',
    );
    const table = Object.fromEntries(
      rows.map(({ sqlstate, code, status }) => [sqlstate, { code, status }]),
    );
    expect(table).toEqual(sqlErrors);
  });

  it('are raised by name with all their parts', async () => {
    for (const [sqlstate, { code }] of Object.entries(sqlErrors)) {
      const error = await mustRefuse(
        database.pool.query('select catb.raise_error($1, $2)', [code, 'What is known.']),
        sqlstate,
      );
      expect(error.detail).toBe('What is known.');
      expect(error.message).toMatch(/^[A-Z].+\.$/);
      expect(error.hint).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('of a name that is not there are errors too', async () => {
    await mustRefuse(database.pool.query(`select catb.raise_error('no such error')`), 'P0002');
  });
});
