/** In charge of a server with something to count: eight turns in three sessions, with content in all that holds some. */
import { addOwnPrice, failTurn, finishTurn, refreshUsage } from '@catb/database';
import { exampleCall, exampleReply, openServer, openTurn } from '@catb/database/testing';
import { startTestServer, type TestServer } from './start-test-server.ts';
import type { Answer } from './test-client.ts';

/** Part of everything that was said; it must be in no figure. */
export const canary = 'Zanzibar-canary-7';
/** Names of providers and models that mean something elsewhere. */
export const formula = '=HYPERLINK("http://x","y")';
export const markup = '<script>alert(1)</script>';
export const injection = `'; drop table catb.usage_calls; --`;

/** A server with figures, and how to ask for them. */
export interface AnalyticsServer {
  server: TestServer;
  /** What `/analytics/<path>` answers to whoever has the key. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** The one row of a statement run as the owner, to compare with. */
  row(statement: string): Promise<Record<string, unknown> | undefined>;
}

/** Starts it; whoever does stops its server. */
export async function startAnalyticsServer(): Promise<AnalyticsServer> {
  const server = await startTestServer({ settings: { CATB_ADMIN_KEY: 'the-key' } });
  const { database } = server;
  const direct = await openServer(database);
  await addOwnPrice(database.url, {
    provider: 'dear',
    model: 'one',
    validFrom: '-infinity',
    inputUsdPerMtok: '3',
    cachedInputUsdPerMtok: '0.3',
    cacheWriteUsdPerMtok: '3.75',
    cacheWrite1hUsdPerMtok: null,
    outputUsdPerMtok: '15',
  });

  // Two conversations over HTTP, with content in everything that can hold some.
  const { sessionToken: one } = await server.newSession();
  await server.request('PUT', '/preferences', { token: one, body: { catName: canary } });
  await server.chat(one, `My cat ${canary} collapsed and can not breathe`);
  await server.request('POST', '/feedback', {
    token: one,
    body: { seq: 2, rating: 'down', comment: canary },
  });
  const { sessionToken: two } = await server.newSession();
  await server.chat(two, `How often do I brush ${canary}?`);
  await server.chat(two, `And her teeth, ${canary}?`);
  await server.request('POST', '/feedback', {
    token: two,
    body: { seq: 4, rating: 'up', comment: canary },
  });

  // And what the offline guide does not do: cost money, have a strange name, fail, be unfinished.
  const { sessionToken: three } = await server.newSession();
  const usage = {
    inputTokens: 1_000,
    cachedInputTokens: 2_000,
    cacheWriteTokens: 400,
    outputTokens: 200,
  };
  for (const call of [
    exampleCall({ provider: 'dear', model: 'one', latencyMs: 900, firstTokenMs: 90, ...usage }),
    exampleCall({ provider: formula, model: markup, latencyMs: 9_000, finishReason: 'length' }),
    exampleCall({ provider: injection, model: '@SUM(A1)' }),
  ]) {
    const turn = await openTurn(direct, three, canary);
    await finishTurn(direct, exampleReply(turn, `An answer about ${canary}`, { call }));
  }
  const failed = await openTurn(direct, three, canary);
  const call = exampleCall({ provider: 'dear', model: 'one', finishReason: 'MODEL_OVERLOADED' });
  await failTurn(direct, { ...failed, apology: `Sorry, ${canary}`, tokenCount: 3, call });
  await openTurn(direct, three, canary);
  await direct.close();
  await refreshUsage({ url: database.url });
  return {
    server,
    get: (path, headers = {}) =>
      server.request('GET', `/analytics/${path}`, { token: 'the-key', headers }),
    async row(statement) {
      return (await database.pool.query<Record<string, unknown>>(statement)).rows[0];
    },
  };
}
