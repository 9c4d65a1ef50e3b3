import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { CATB_ADMIN_KEY: 'the-key' } });
});
afterAll(() => server.stop());

describe('a session', () => {
  test('is created with a token, rotated, exported and erased with a receipt', async () => {
    const created = await server.request('POST', '/session/create');
    expect(created.status).toBe(201);
    expect(created.body.sessionToken).toMatch(/^catb_[A-Za-z0-9_-]{64}$/);
    const rotated = await server.request('POST', '/session/rotate', {
      token: created.body.sessionToken,
    });
    expect(rotated.body.sessionId).toBe(created.body.sessionId);
    const token: string = rotated.body.sessionToken;
    await server.chat(token, 'My cat is called Miso');
    const exported = await server.request('GET', '/session/export', { token });
    expect(exported.headers.get('content-disposition')).toMatch(/attachment/);
    expect(exported.body).toMatchObject({
      format: 'catb-session-1',
      messages: [{ content: 'My cat is called Miso' }, {}],
    });
    expect(JSON.stringify(exported.body)).not.toMatch(/catb_[A-Za-z0-9_-]{64}|secret/);
    const erased = await server.request('DELETE', '/session', { token });
    expect(erased.body).toMatchObject({ erased: { messages: 2, modelCalls: 1 } });
    const { rows } = await server.database.pool.query(
      'select action from public.audit_log where id = $1',
      [erased.body.receipt],
    );
    expect(rows).toEqual([{ action: 'session_erased' }]);
  });

  test('takes its token in the body as well', async () => {
    const { sessionToken } = await server.newSession();
    const { status } = await server.request('POST', '/chat', {
      body: { sessionToken, message: 'hello' },
    });
    expect(status).toBe(200);
  });
});

describe('feedback', () => {
  test('is stored for an answer, replaced by the next, and refused for anything else', async () => {
    const { sessionToken: token } = await server.newSession();
    await server.chat(token, 'hello');
    const send = (body: unknown) => server.request('POST', '/feedback', { token, body });
    expect((await send({ seq: 2, rating: 'up' })).status).toBe(200);
    expect((await send({ seq: 2, rating: 'down', comment: "it's '; drop table" })).status).toBe(
      200,
    );
    const [, answer] = await server.history(token);
    expect(answer.feedback).toEqual({ rating: 'down', comment: "it's '; drop table" });
    expect(await send({ seq: 1, rating: 'up' })).toMatchObject({
      status: 404,
      body: { code: 'message_not_found' },
    });
    expect((await send({ seq: 2, rating: 'meh' })).status).toBe(400);
    expect((await send({ seq: 2, rating: 'up', comment: 'x'.repeat(2_001) })).status).toBe(400);
  });
});

describe('preferences', () => {
  test('are {} at first, replaced as a whole, and refused by field', async () => {
    const { sessionToken: token } = await server.newSession();
    const put = (body: unknown) => server.request('PUT', '/preferences', { token, body });
    expect((await server.request('GET', '/preferences', { token })).body).toEqual({});
    const profile = {
      catName: 'Miso',
      sex: 'male',
      ageMonths: 30,
      weightGrams: 4_200,
      tone: 'brief',
    };
    expect((await put(profile)).body).toEqual(profile);
    expect((await put({ catName: 'Miso' })).body).toEqual({ catName: 'Miso' });
    for (const bad of [
      { ageMonths: -1 },
      { sex: 'tom' },
      { catName: '' },
      { dogName: 'x' },
      { weightGrams: 1 },
    ]) {
      const answer = await put(bad);
      expect(answer.status).toBe(400);
      expect(answer.body.details).toContain(Object.keys(bad)[0]);
    }
  });
});

describe('health', () => {
  test('says who answers, and whether a turn could be answered', async () => {
    expect((await server.request('GET', '/health')).body).toMatchObject({
      status: 'ok',
      model: { offline: true },
    });
    expect((await server.request('GET', '/health/ready')).body).toMatchObject({ status: 'ready' });
  });

  test('the metrics need the admin key where there is one', async () => {
    expect((await server.request('GET', '/metrics')).body).toMatchObject({
      code: 'admin_key_refused',
    });
    expect((await server.request('GET', '/metrics', { token: 'the-keys' })).status).toBe(401);
    const { body } = await server.request('GET', '/metrics', { token: 'the-key' });
    expect(body).toMatch(/^catb_turns_total/m);
  });
});

describe('the document', () => {
  test('lists every path, and the page that shows it loads', async () => {
    const { body } = await server.request('GET', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/session/create',
        '/chat',
        '/session/history',
        '/feedback',
        '/preferences',
        '/session',
      ]),
    );
    for (const [, reference] of JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(body.components.schemas).toHaveProperty(reference ?? '');
    }
    for (const path of [
      '/docs',
      '/docs/swagger-ui.css',
      '/docs/swagger-ui-bundle.js',
      '/docs/start.js',
    ]) {
      expect((await server.request('GET', path)).status).toBe(200);
    }
  });
});

describe('every answer', () => {
  test('has an id and headers that keep browsers careful', async () => {
    const { headers } = await server.request('GET', '/health');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('to a path that is not there is an error in the same shape', async () => {
    expect(await server.request('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect((await server.request('POST', '/health')).status).toBe(404);
  });
});

describe('the log', () => {
  test('never has content, tokens or keys', async () => {
    const marker = 'xylophone-marker';
    const { sessionToken } = await server.newSession();
    await server.chat(sessionToken, `${marker} my cat is fine`, `${marker}-key`);
    await server.request('POST', '/chat', { token: sessionToken, body: `{"message":"${marker}` });
    await server.request('POST', '/chat', {
      token: sessionToken,
      body: { message: marker, [marker]: 1 },
    });
    await server.request('POST', '/feedback', {
      token: sessionToken,
      body: { seq: 2, rating: 'up', comment: marker },
    });
    await server.request('PUT', '/preferences', { token: sessionToken, body: { catName: marker } });
    await server.request('GET', `/session/history?before=${marker}`, { token: sessionToken });
    const log = server.logLines.join('');
    expect(log).toMatch(/"path":"\/chat"/);
    expect(log).not.toContain(marker);
    expect(log).not.toContain(sessionToken.slice(5, 40));
    expect(log).not.toMatch(/select |insert into/);
  });
});
