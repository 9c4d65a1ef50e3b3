import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = (await server.newSession()).sessionToken;
});
afterAll(() => server.stop());

const utf8 = (bytes: number[]) =>
  Buffer.concat([Buffer.from('{"message":"'), Buffer.from(bytes), Buffer.from('"}')]);

/** Posts bytes as they are. */
async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const deep = `{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

const cases: [string, string | Uint8Array<ArrayBuffer>, number, string][] = [
  ['an empty message', '{"message":""}', 400, 'request_invalid'],
  ['a message of white space', '{"message":" \\n\\t\\u00a0 "}', 400, 'request_invalid'],
  ['no message', '{}', 400, 'request_invalid'],
  [
    'a message of 20,001 characters',
    JSON.stringify({ message: 'a'.repeat(20_001) }),
    400,
    'request_invalid',
  ],
  ['a message of 1 MB', JSON.stringify({ message: 'a'.repeat(1_000_000) }), 413, 'body_too_large'],
  ['bytes that are no UTF-8', utf8([0xff, 0xfe, 0xc3, 0x28]), 400, 'body_not_utf8'],
  ['a NUL character', '{"message":"a\\u0000b"}', 400, 'request_invalid'],
  ['an unpaired surrogate', '{"message":"a\\ud83db"}', 400, 'request_invalid'],
  ['an unknown field', '{"message":"hi","role":"admin"}', 400, 'request_invalid'],
  ['a prototype as a field', '{"message":"hi","__proto__":{"x":1}}', 400, 'request_invalid'],
  ['a number for a message', '{"message":5}', 400, 'request_invalid'],
  ['an array for a body', '[{"message":"hi"}]', 400, 'request_invalid'],
  ['a string for a body', '"hi"', 400, 'body_malformed'],
  ['half a JSON document', '{"message":"hi', 400, 'body_malformed'],
  ['JSON 100,000 deep', deep, 400, 'request_invalid'],
  ['an empty idempotency key', '{"message":"hi","idempotencyKey":""}', 400, 'request_invalid'],
  [
    'a key of 201 characters',
    JSON.stringify({ message: 'hi', idempotencyKey: 'k'.repeat(201) }),
    400,
    'request_invalid',
  ],
  [
    'two tokens that differ',
    JSON.stringify({ message: 'hi', sessionToken: 'catb_other' }),
    400,
    'request_invalid',
  ],
];

describe('bad input to /chat', () => {
  test.each(cases)(
    '%s is refused by name and nothing is stored',
    async (_name, body, status, code) => {
      const answer = await post('/chat', body);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(Object.keys(answer.body).sort()).toEqual(['code', 'details', 'hint', 'message']);
      expect(JSON.stringify(answer.body)).not.toMatch(
        /select |insert |\.ts|\/packages|node:|at .*:\d+/i,
      );
      expect(await server.history(token)).toEqual([]);
    },
  );

  test('another content type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect(await post('/chat', 'message=hi', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { code: 'content_type_unsupported' },
      });
    }
  });

  test('a small body that unpacks to a large one is refused', async () => {
    const bomb = gzipSync(JSON.stringify({ message: 'a'.repeat(50_000_000) }));
    expect(await post('/chat', bomb, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 413,
    });
  });

  test('a body that stops half way stores nothing and the server goes on', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write(
          `POST /chat HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n` +
            'content-type: application/json\r\ncontent-length: 500\r\n\r\n{"message":"half of a',
        );
        setTimeout(() => socket.destroy(), 100);
      });
      socket.once('close', () => resolve());
    });
    expect(await server.history(token)).toEqual([]);
    expect((await server.request('GET', '/health')).status).toBe(200);
  });
});

describe('bad input to /session/history', () => {
  test.each([
    'limit=-1',
    'limit=0',
    'limit=201',
    'limit=99999999999',
    'limit=1.5',
    'limit=many',
    'before=0',
    'before=-3',
    'before=1e99',
    'limit=5&limit=6',
    'offset=3',
  ])('%s is refused', async (query) => {
    expect(await server.request('GET', `/session/history?${query}`, { token })).toMatchObject({
      status: 400,
      body: { code: 'request_invalid' },
    });
  });

  test('a before beyond the end gives the newest page', async () => {
    const { sessionToken } = await server.newSession();
    await server.chat(sessionToken, 'hello');
    const { body } = await server.request('GET', '/session/history?before=2147483647&limit=1', {
      token: sessionToken,
    });
    expect(body).toMatchObject({ messages: [{ seq: 2 }], nextBefore: 2 });
  });
});

describe('a token that is not good', () => {
  const refused = { status: 401, body: { code: 'session_token_refused' } };
  test.each(['', 'catb_', 'catb_x', `catb_${'A'.repeat(64)}`, 'x'.repeat(4_000), "' or 1=1 --"])(
    '%j is refused in the same words',
    async (bad) => {
      const answer = await server.request('GET', '/session/history', { token: bad });
      expect(answer).toMatchObject(refused);
      expect(answer.body.details).toBeNull();
    },
  );

  test('an erased, a revoked and a replaced one look like an unknown one', async () => {
    const unknown = await server.request('GET', '/session/history', {
      token: `catb_${'A'.repeat(64)}`,
    });
    for (const [method, path] of [
      ['DELETE', '/session'],
      ['POST', '/session/revoke'],
      ['POST', '/session/rotate'],
    ] as const) {
      const { sessionToken } = await server.newSession();
      expect((await server.request(method, path, { token: sessionToken })).status).toBe(200);
      const after = await server.request('GET', '/session/history', { token: sessionToken });
      expect({ status: after.status, body: after.body }).toEqual({
        status: 401,
        body: unknown.body,
      });
    }
  });
});
