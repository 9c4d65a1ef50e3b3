import { countTokens } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { connectModel, failureOf, replyRequest, useProvider } from '../testing/ask-provider.ts';
import type { ProviderProtocol } from '../testing/provider-behaviour.ts';
import type { ModelError } from './index.ts';

/** Milliseconds; much longer than a word takes, even on a busy machine. */
const silenceMs = 700;

describe.each<ProviderProtocol>(['anthropic', 'openai'])('ends over %s', (protocol) => {
  const under = useProvider(protocol);

  test('an answer that is too long is cut at the limit, and the stream is ended', async () => {
    const abandoned = under.provider.abandonedCount;
    const text = 'sneeze '.repeat(400);
    const reply = await under.replyTo(
      { kind: 'answer', text, wordDelayMs: 1 },
      replyRequest({ maxTokens: 50 }),
    );
    expect(reply).toMatchObject({ truncated: true, finishReason: 'length', seen: reply.text });
    expect(countTokens(reply.text)).toBe(50);
    expect(reply.usage).toMatchObject({ outputTokens: 50, certainty: 'estimated' });
    expect(reply.usage.inputTokens).toBeGreaterThan(0);
    await expect.poll(() => under.provider.abandonedCount).toBe(abandoned + 1);
  });

  test('a stream that falls silent fails as a timeout with its text', async () => {
    under.provider.setBehaviour({ kind: 'stalled', afterWords: 3 });
    const { error, seen } = await failureOf(connectModel(protocol, under.provider.url, silenceMs));
    expect(error).toMatchObject({ code: 'MODEL_TIMEOUT', partial: { text: 'A sneeze now' } });
    expect(error.message).toContain('fell silent');
    expect(seen).toBe('A sneeze now');
  });

  test('a slow stream that keeps coming is no silence', async () => {
    under.provider.setBehaviour({ kind: 'answer', text: 'a b c d e f g h i', wordDelayMs: 120 });
    const model = connectModel(protocol, under.provider.url, silenceMs);
    const reply = await model.reply(replyRequest(), () => {});
    expect(reply.latencyMs).toBeGreaterThan(silenceMs * 1.2);
  });

  test('a provider that never answers meets the deadline', async () => {
    const { error } = await under.failWith({ kind: 'silent' }, replyRequest({ deadlineMs: 200 }));
    expect(error.code).toBe('MODEL_TIMEOUT');
    expect(error.partial).toBeUndefined();
    await expect.poll(() => under.provider.openCount).toBe(0);
  });

  test('a client that hangs up ends the stream and keeps what was said', async () => {
    const abandoned = under.provider.abandonedCount;
    under.provider.setBehaviour({ kind: 'answer', wordDelayMs: 15 });
    const client = new AbortController();
    let seen = '';
    const reply = under.model.reply(replyRequest({ signal: client.signal }), (text) => {
      seen += text;
      if (seen.includes('now')) {
        client.abort();
      }
    });
    const error = await reply.then(
      () => null,
      (raised: unknown) => raised as ModelError,
    );
    expect(error).toMatchObject({
      code: 'MODEL_ABORTED',
      partial: { text: seen, finishReason: 'aborted', usage: { certainty: 'estimated' } },
    });
    expect(seen).toBe('A sneeze now');
    await expect.poll(() => under.provider.abandonedCount).toBe(abandoned + 1);
  });

  test('a client that hung up before costs no request', async () => {
    const before = under.provider.requestCount;
    const { error } = await failureOf(under.model, replyRequest({ signal: AbortSignal.abort() }));
    expect(error.code).toBe('MODEL_ABORTED');
    expect(under.provider.requestCount).toBe(before);
  });

  test('a client that hangs up in a pause ends the pause', async () => {
    const signal = AbortSignal.timeout(100);
    const started = performance.now();
    const { error } = await under.failWith(
      { kind: 'status', status: 503, retryAfter: '3' },
      replyRequest({ signal }),
    );
    expect(error.code).toBe('MODEL_ABORTED');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('a listener that throws ends the stream', async () => {
    under.provider.setBehaviour({ kind: 'answer', wordDelayMs: 5 });
    const reply = under.model.reply(replyRequest(), () => {
      throw new Error('the response is closed');
    });
    await expect(reply).rejects.toMatchObject({ code: 'MODEL_ABORTED' });
  });

  test('100 streams at once are each their own', async () => {
    under.provider.setBehaviour({ kind: 'echo' });
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        under.model.reply(
          replyRequest({
            messages: [{ role: 'user', content: `message ${index}` }],
            deadlineMs: 30_000,
          }),
          () => {},
        ),
      ),
    );
    expect(replies.map(({ text }) => text)).toEqual(
      Array.from({ length: 100 }, (_, index) => `message ${index}`),
    );
    expect(new Set(replies.map(({ providerRequestId }) => providerRequestId)).size).toBe(100);
  });
});
