import { afterAll, beforeAll, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { syncPrices } from './sync-prices.ts';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
it('x', async () => {
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    const r = await syncPrices({ url: database.url });
    console.log(r.listed, r.added, r.leftOut.length, r.unknown, performance.now() - t);
    if (!i)
      console.log(
        r.leftOut
          .slice(0, 100)
          .map((l) => `${l.provider} ${l.model} ${l.reason}`)
          .join('\n'),
      );
    await database.pool.query('analyze public.model_prices');
  }
});
