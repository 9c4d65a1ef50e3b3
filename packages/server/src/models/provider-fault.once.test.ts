import { countTokens } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { testKey, testSystem, useProvider } from '../testing/ask-provider.ts';
import type { ProviderBehaviour, ProviderProtocol } from '../testing/provider-behaviour.ts';

describe.each<ProviderProtocol>(['anthropic', 'openai'])('faults over %s', (protocol) => {
  const under = useProvider(protocol);

  test.each<ProviderBehaviour>([
    { kind: 'broken', afterWords: 3 },
    { kind: 'closed-early', afterWords: 3 },
    { kind: 'error-event', afterWords: 3, type: 'api_error' },
  ])('a stream that is $kind after some text fails with that text, once', async (behaviour) => {
    const { error, seen, requests } = await under.failWith(behaviour);
    expect(seen).toBe('A sneeze now');
    expect(error.code).toBe('MODEL_UNAVAILABLE');
    expect(error.partial).toMatchObject({
      text: seen,
      finishReason: 'error',
      usage: { outputTokens: countTokens(seen), certainty: 'estimated' },
    });
    expect(error.partial?.providerRequestId).toMatch(/^(msg_|chatcmpl-)/);
    expect(requests).toBe(1);
  });

  test.each<ProviderBehaviour>([{ kind: 'web-page' }, { kind: 'malformed-event', afterWords: 0 }])(
    'a $kind is malformed',
    async (behaviour) => {
      expect((await under.failWith(behaviour)).error.code).toBe('MODEL_MALFORMED');
    },
  );

  test('an event in the middle that is not JSON is malformed, and the text is kept', async () => {
    const { error } = await under.failWith({ kind: 'malformed-event', afterWords: 3 });
    expect(error).toMatchObject({ code: 'MODEL_MALFORMED', partial: { text: 'A sneeze now' } });
  });

  test('an answer without text is malformed, or refused if it was filtered', async () => {
    expect((await under.failWith({ kind: 'answer', text: '' })).error.code).toBe('MODEL_MALFORMED');
    const finishReason = protocol === 'anthropic' ? 'refusal' : 'content_filter';
    const refused = await under.failWith({ kind: 'answer', text: '', finishReason });
    expect(refused.error.code).toBe('MODEL_REFUSED');
  });

  test.each<ProviderBehaviour>([
    { kind: 'status', status: 400 },
    { kind: 'status', status: 429 },
    { kind: 'error-event', afterWords: 2, type: 'api_error' },
    { kind: 'malformed-event', afterWords: 0 },
    { kind: 'broken', afterWords: 0 },
    { kind: 'web-page' },
  ])('the error of a $kind tells nothing of key, prompt, message or answer', async (behaviour) => {
    const { error } = await under.failWith(behaviour);
    const { partial: _partial, ...told } = error;
    const everything = JSON.stringify([told, error.message, error.cause, error.stack]);
    for (const secret of [
      testKey,
      testSystem,
      'Ophelia',
      'secret words',
      'Welcome',
      under.provider.url,
    ]) {
      expect(everything).not.toContain(secret);
    }
    expect(error.message).toMatch(/\.$/);
    expect(error.hint).toMatch(/\.$/);
  });
});
