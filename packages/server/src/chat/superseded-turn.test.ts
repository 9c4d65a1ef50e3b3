import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ provider: { kind: 'echo', wordDelayMs: 50 } });
});
afterAll(() => server.stop());

const message = 'Why does she sneeze whenever the window is open in the morning?';

/** Sends a message, and gives its turn to another attempt once the answer has begun. */
async function loseTurn(sessionToken: string, meanwhile = () => Promise.resolve()) {
  const events = [];
  for await (const event of server.stream(sessionToken, message)) {
    if (events.push(event) === 1) {
      await meanwhile();
      await server.database.pool.query(
        `update public.messages set attempt_id = gen_random_uuid() where state <> 'complete'`,
      );
    }
  }
  return events.at(-1);
}

async function ledgerOf(sessionId: string) {
  const { rows } = await server.database.pool.query<Record<string, unknown>>(
    `select seq, finish_reason as reason, input_tokens as tokens, usage_certainty as usage
     from public.model_calls where session_id = $1`,
    [sessionId],
  );
  return rows;
}

describe('a turn that another attempt has taken over', () => {
  test('is an error to its client, and its call is in the ledger', async () => {
    const { sessionId, sessionToken } = await server.newSession();
    expect(await loseTurn(sessionToken)).toMatchObject({
      event: 'error',
      data: { code: 'turn_superseded' },
    });
    expect(await ledgerOf(sessionId)).toEqual([
      { seq: 1, reason: 'superseded', tokens: 20, usage: 'exact' },
    ]);
  });

  test('and whose token was rotated has its call in the log, without a word of it', async () => {
    const { sessionId, sessionToken } = await server.newSession();
    await loseTurn(sessionToken, async () => {
      await server.request('POST', '/session/rotate', { token: sessionToken });
    });
    expect(await ledgerOf(sessionId)).toEqual([]);
    const line = server.logLines.find((text) => text.includes('superseded call is not'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ call: { inputTokens: 20 } });
    expect(line).not.toMatch(/sneeze|catb_[A-Za-z0-9_-]{20}/);
  });
});
