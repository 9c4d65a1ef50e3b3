import { describe, expect, test } from 'vitest';
import { connectModel, failureOf, replyRequest, useProvider } from '../testing/ask-provider.ts';
import { defaultText } from '../testing/provider-behaviour.ts';
import type { ProviderProtocol } from '../testing/provider-behaviour.ts';
import { startProviderServer } from '../testing/provider-server.ts';

describe.each<ProviderProtocol>(['anthropic', 'openai'])('trying again over %s', (protocol) => {
  const under = useProvider(protocol);

  test.each([429, 500, 502, 503, 504, 529])('status %i is tried again', async (status) => {
    const reply = await under.replyTo({ kind: 'status', status, times: 2 });
    expect(reply).toMatchObject({ text: defaultText, attempts: 3, requests: 3 });
  });

  test.each([
    [400, 'MODEL_REJECTED'],
    [401, 'MODEL_MISCONFIGURED'],
    [404, 'MODEL_MISCONFIGURED'],
    [413, 'MODEL_REJECTED'],
    [501, 'MODEL_UNAVAILABLE'],
  ])('status %i is final', async (status, code) => {
    const { error, requests } = await under.failWith({ kind: 'status', status });
    expect(error).toMatchObject({ code, isRetryable: false });
    expect(requests).toBe(1);
  });

  test('a provider that stays limited is given up after three requests', async () => {
    const { error, requests, seen } = await under.failWith({ kind: 'status', status: 429 });
    expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED', isRetryable: true });
    expect(error.partial).toBeUndefined();
    expect([requests, seen]).toEqual([3, '']);
  });

  test('Retry-After in seconds is waited for', async () => {
    const reply = await under.replyTo({ kind: 'status', status: 429, retryAfter: '0.3', times: 1 });
    expect(reply.attempts).toBe(2);
    expect(reply.latencyMs).toBeGreaterThanOrEqual(300);
  });

  test('Retry-After as a date is waited for', async () => {
    const retryAfter = new Date(Date.now() + 2000).toUTCString();
    const reply = await under.replyTo({ kind: 'status', status: 503, retryAfter, times: 1 });
    expect(reply.latencyMs).toBeGreaterThanOrEqual(900);
  });

  test('a Retry-After beyond the deadline fails at once and is told', async () => {
    const { error, requests } = await under.failWith({
      kind: 'status',
      status: 429,
      retryAfter: '60',
    });
    expect(error).toMatchObject({ code: 'MODEL_RATE_LIMITED', retryAfterMs: 60_000 });
    expect(requests).toBe(1);
  });

  test('a connection that is reset before any text is tried again', async () => {
    expect(await under.replyTo({ kind: 'reset', times: 2 })).toMatchObject({ attempts: 3 });
    const { error, requests } = await under.failWith({ kind: 'reset' });
    expect(error.code).toBe('MODEL_UNAVAILABLE');
    expect(requests).toBe(3);
  });

  test('a provider that is not there is unavailable', async () => {
    const gone = await startProviderServer({ protocol });
    await gone.close();
    const { error } = await failureOf(connectModel(protocol, gone.url));
    expect(error).toMatchObject({ code: 'MODEL_UNAVAILABLE', isRetryable: true });
    expect(error.cause).toMatchObject({ networkCode: 'ECONNREFUSED' });
  });

  test('an overload reported inside the stream before any text is tried again', async () => {
    const behaviour = { kind: 'error-event', afterWords: 0, type: 'overloaded_error' } as const;
    expect(await under.replyTo({ ...behaviour, times: 1 })).toMatchObject({ attempts: 2 });
    expect((await under.failWith(behaviour)).error.code).toBe('MODEL_UNAVAILABLE');
  });

  test('the deadline covers the pauses between attempts', async () => {
    const started = performance.now();
    const behaviour = { kind: 'status', status: 503, retryAfter: '1' } as const;
    const { requests } = await under.failWith(behaviour, replyRequest({ deadlineMs: 1600 }));
    expect(requests).toBe(2);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
