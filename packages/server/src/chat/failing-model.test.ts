import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderScript } from '../testing/provider-behaviour.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    provider: { kind: 'echo' },
    settings: { CATB_MODEL_DEADLINE_SECONDS: 2 },
  });
});
afterAll(() => server.stop());

const failures: [string, ProviderScript][] = [
  ['too many requests', { kind: 'status', status: 429, retryAfter: '60' }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a refused key', { kind: 'status', status: 401 }],
  ['a web page', { kind: 'web-page' }],
  ['a connection that is reset', { kind: 'reset' }],
  ['silence', { kind: 'silent' }],
];

describe('a model that fails', () => {
  test.each(failures)(
    '%s becomes an apology, stored as failed; the key asks again',
    async (_name, script) => {
      server.provider?.setBehaviour(script);
      const { sessionToken } = await server.newSession();
      const failed = await server.chat(sessionToken, 'Is my cat too fat?', 'key');
      expect(failed.status).toBe(200);
      expect(failed.body).toMatchObject({ seq: 2, state: 'failed' });
      expect(failed.body.reply).toMatch(/Your message is saved\./);
      expect(JSON.stringify(failed.body)).not.toMatch(/secret words|\\n +at |\.ts\b/);
      expect((await server.history(sessionToken))[1]).toMatchObject({
        state: 'failed',
        content: failed.body.reply,
      });

      server.provider?.setBehaviour({ kind: 'echo' });
      const answered = await server.chat(sessionToken, 'Is my cat too fat?', 'key');
      expect(answered.body).toMatchObject({ seq: 2, state: 'complete' });
      expect(await server.history(sessionToken)).toHaveLength(2);
    },
  );

  test('a failed call is in the ledger with unknown cost, an answered one of unknown price too', async () => {
    const { rows } = await server.database.pool.query<{ n: string; zero: string }>(
      `select count(*) as n, count(*) filter (where cost_usd = 0) as zero
       from public.model_calls where provider = 'openai' and cost_certainty = 'unknown'`,
    );
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
    expect(Number(rows[0]?.zero)).toBe(0);
  });
});
