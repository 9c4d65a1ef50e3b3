import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProviderServer, type ProviderServer } from '../testing/provider-server.ts';
import { chooseModel, type ModelSettings } from './index.ts';

const anthropic = { ANTHROPIC_API_KEY: 'key-a' };
const openai = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };

describe('the settings choose', () => {
  test.each<[ModelSettings, string, string]>([
    [{}, 'offline-guide', 'offline-guide'],
    [
      { ANTHROPIC_API_KEY: '', OPENAI_BASE_URL: '', CATB_MODEL: '' },
      'offline-guide',
      'offline-guide',
    ],
    [{ OPENAI_API_KEY: 'key-o' }, 'offline-guide', 'offline-guide'],
    [anthropic, 'anthropic', 'claude-haiku-4-5'],
    [openai, 'openai', 'gpt-4.1-mini'],
    [{ ...anthropic, ...openai }, 'anthropic', 'claude-haiku-4-5'],
    [{ ...anthropic, CATB_MODEL: 'claude-x' }, 'anthropic', 'claude-x'],
    [{ ...openai, CATB_MODEL: 'llama3.1' }, 'openai', 'llama3.1'],
    [{ ...openai, CATB_MODEL: 'meta-llama/Llama-3' }, 'openai', 'meta-llama/Llama-3'],
    [{ ...anthropic, ...openai, CATB_MODEL: 'openai/llama3.1' }, 'openai', 'llama3.1'],
    [{ ...anthropic, ...openai, CATB_MODEL: 'anthropic/claude-x' }, 'anthropic', 'claude-x'],
    [{ OPENAI_API_KEY: 'key-o', CATB_MODEL: 'openai/gpt-x' }, 'openai', 'gpt-x'],
    [{ ...anthropic, CATB_MODEL: 'offline-guide' }, 'offline-guide', 'offline-guide'],
  ])('%j: %s, %s', (settings, provider, name) => {
    const model = chooseModel(settings);
    expect(model).toMatchObject({ provider, name, isOffline: provider === 'offline-guide' });
  });

  test.each<[ModelSettings, RegExp]>([
    [{ CATB_MODEL: 'anthropic/claude-x' }, /ANTHROPIC_API_KEY is not set/],
    [{ ...openai, CATB_MODEL: 'anthropic/claude-x' }, /ANTHROPIC_API_KEY is not set/],
    [{ ...anthropic, CATB_MODEL: 'openai/llama3.1' }, /OPENAI_BASE_URL is not set/],
    [{ CATB_MODEL: 'llama3.1' }, /OPENAI_BASE_URL is not set/],
    [{ OPENAI_BASE_URL: 'localhost:11434' }, /not an HTTP address/],
    [{ ...anthropic, ANTHROPIC_BASE_URL: 'nowhere' }, /not an HTTP address/],
  ])('%j is refused with what is missing', (settings, message) => {
    expect(() => chooseModel(settings)).toThrow(message);
  });
});

describe('a base URL', () => {
  let provider: ProviderServer;
  beforeAll(async () => {
    provider = await startProviderServer({ protocol: 'openai' });
  });
  afterAll(() => provider.close());

  test.each(['', '/', '/v1', '/v1/'])('that ends in "%s" finds the same place', async (ending) => {
    const address = provider.url.replace(/\/v1$/, '') + ending;
    const model = chooseModel({ OPENAI_BASE_URL: address });
    await model.reply(
      {
        system: 'x',
        messages: [{ role: 'user', content: 'x' }],
        maxTokens: 10,
        signal: new AbortController().signal,
        requestId: 'r',
      },
      () => {},
    );
    expect(provider.requests.at(-1)?.path).toBe('/v1/chat/completions');
    expect(provider.requests.at(-1)?.headers.authorization).toBeUndefined();
  });
});
