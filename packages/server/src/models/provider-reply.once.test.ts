import { countTokens } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { replyRequest, testKey, testSystem, useProvider } from '../testing/ask-provider.ts';
import { defaultText } from '../testing/provider-behaviour.ts';
import type { ProviderProtocol } from '../testing/provider-behaviour.ts';
import { claimedModel } from '../testing/provider-events.ts';

describe.each<ProviderProtocol>(['anthropic', 'openai'])('a reply over %s', (protocol) => {
  const under = useProvider(protocol);

  test('a whole answer is told with its usage, model and id', async () => {
    const reply = await under.replyTo({ kind: 'answer' });
    expect(reply).toMatchObject({
      text: defaultText,
      seen: defaultText,
      truncated: false,
      finishReason: 'stop',
      provider: protocol,
      model: claimedModel[protocol],
      attempts: 1,
      usage: {
        inputTokens: 20,
        cachedInputTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: defaultText.split(' ').length,
        certainty: 'exact',
      },
    });
    expect(reply.providerRequestId).toMatch(/^(msg_|chatcmpl-)[0-9a-f]{24}$/);
    expect(reply.timeToFirstTokenMs).not.toBeNull();
    expect(reply.latencyMs).toBeGreaterThanOrEqual(reply.timeToFirstTokenMs ?? Infinity);
  });

  test('the request carries the limit, the prompt, the key and the request id', async () => {
    await under.replyTo({ kind: 'answer' }, replyRequest({ maxTokens: 123 }));
    const request = under.provider.requests.at(-1);
    expect(request?.body).toMatchObject({ max_tokens: 123, stream: true });
    expect(JSON.stringify(request?.body)).toContain(testSystem);
    expect(JSON.stringify(request?.headers)).toContain(testKey);
    expect(request?.headers['x-client-request-id']).toBe('request-1');
    if (protocol === 'openai') {
      expect(request?.body['stream_options']).toEqual({ include_usage: true });
    } else {
      expect(request?.body).toMatchObject({
        system: [{ text: testSystem, cache_control: { type: 'ephemeral' } }],
        thinking: { type: 'disabled' },
      });
    }
  });

  test('text is handed out while it arrives', async () => {
    under.provider.setBehaviour({ kind: 'answer', wordDelayMs: 10 });
    const parts: string[] = [];
    const reply = await under.model.reply(replyRequest(), (text) => parts.push(text));
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.join('')).toBe(defaultText);
    expect(reply.latencyMs - (reply.timeToFirstTokenMs ?? 0)).toBeGreaterThan(80);
  });

  test('the newest message reaches the provider as it is', async () => {
    const content = 'Ma chatte « Zoé » éternue 😀 <|endoftext|>';
    const reply = await under.replyTo(
      { kind: 'echo' },
      replyRequest({ messages: [{ role: 'user', content }] }),
    );
    expect(reply.text).toBe(content);
  });

  test('cached tokens are in their own bucket and in no other', async () => {
    const usage = {
      inputTokens: 7,
      cachedInputTokens: 1000,
      cacheWriteTokens: 50,
      outputTokens: 9,
    };
    const reply = await under.replyTo({ kind: 'answer', usage });
    expect(reply.usage).toEqual({
      ...usage,
      cacheWriteTokens: protocol === 'anthropic' ? 50 : 0,
      cacheWrite1hTokens: 0,
      ...(protocol === 'anthropic' ? {} : { totalTokens: 1016 }),
      certainty: 'exact',
    });
  });

  test('usage that nobody told is estimated', async () => {
    const { usage } = await under.replyTo({ kind: 'answer', usage: null });
    expect(usage.certainty).toBe('estimated');
    expect(usage.outputTokens).toBe(countTokens(defaultText));
    expect(usage.inputTokens).toBeGreaterThan(countTokens(testSystem));
    expect(usage.cachedInputTokens + usage.cacheWriteTokens).toBe(0);
  });

  test('an id too short to be unique is completed', async () => {
    const first = await under.replyTo({ kind: 'answer', responseId: 'chatcmpl-123' });
    const second = await under.replyTo({ kind: 'answer', responseId: 'chatcmpl-123' });
    expect(first.providerRequestId).toMatch(/^chatcmpl-123-/);
    expect(second.providerRequestId).not.toBe(first.providerRequestId);
  });

  test('an answer of exactly the limit is whole', async () => {
    const limit = countTokens(defaultText);
    const reply = await under.replyTo({ kind: 'answer' }, replyRequest({ maxTokens: limit }));
    expect(reply).toMatchObject({ text: defaultText, truncated: false });
  });

  test('an answer that the provider cut is marked', async () => {
    const finishReason = protocol === 'anthropic' ? 'max_tokens' : 'length';
    const reply = await under.replyTo({ kind: 'answer', finishReason });
    expect(reply).toMatchObject({ truncated: true, finishReason: 'length', text: defaultText });
  });

  test('NUL characters and half pairs do not get into a reply', async () => {
    const reply = await under.replyTo({ kind: 'answer', text: 'a\0b \ud83d c 😀' });
    expect(reply.text).toBe('ab \uFFFD c 😀');
  });
});
