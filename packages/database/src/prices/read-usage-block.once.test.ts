import { describe, expect, it } from 'vitest';
import { readUsageBlock, type UsageBlock } from './read-usage-block.ts';

const none: UsageBlock = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 0,
  totalTokens: null,
  otherKinds: [],
};

/** Shapes as the providers document them, with numbers of our own. */
const anthropic = {
  input_tokens: 12,
  cache_read_input_tokens: 3_000,
  cache_creation_input_tokens: 500,
  cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 400 },
  output_tokens: 80,
  service_tier: 'standard',
};
const openaiChat = {
  prompt_tokens: 120,
  completion_tokens: 30,
  total_tokens: 150,
  prompt_tokens_details: { cached_tokens: 64, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 20, audio_tokens: 0 },
};
const openaiResponses = {
  input_tokens: 120,
  input_tokens_details: { cached_tokens: 64 },
  output_tokens: 30,
  output_tokens_details: { reasoning_tokens: 20 },
  total_tokens: 150,
};
const google = {
  promptTokenCount: 100,
  cachedContentTokenCount: 40,
  candidatesTokenCount: 10,
  thoughtsTokenCount: 25,
  toolUsePromptTokenCount: 5,
  totalTokenCount: 140,
};

describe('the usage block of', () => {
  it('Anthropic has caches beside its input, and tells how long they live', () => {
    expect(readUsageBlock(anthropic, { provider: 'anthropic' })).toEqual({
      ...none,
      inputTokens: 12,
      cachedInputTokens: 3_000,
      cacheWriteTokens: 500,
      cacheWrite1hTokens: 400,
      outputTokens: 80,
    });
  });

  it('OpenAI has the cache inside its input, in both of its APIs', () => {
    const expected = {
      ...none,
      inputTokens: 56,
      cachedInputTokens: 64,
      outputTokens: 30,
      totalTokens: 150,
    };
    expect(readUsageBlock(openaiChat, { provider: 'openai', flavor: 'chat' })).toEqual(expected);
    expect(readUsageBlock(openaiResponses, { provider: 'openai', flavor: 'responses' })).toEqual(
      expected,
    );
  });

  it('Google has thoughts beside its answer, and tools beside its prompt', () => {
    expect(readUsageBlock(google, { provider: 'google' })).toEqual({
      ...none,
      inputTokens: 65,
      cachedInputTokens: 40,
      outputTokens: 35,
      totalTokens: 140,
    });
  });

  it.each(['mistral', 'groq', 'deepseek', 'openrouter', 'cerebras', 'nobody-knows-this-one'])(
    '%s is read as OpenAI-compatible',
    (provider) => {
      const { prompt_tokens, completion_tokens, total_tokens } = openaiChat;
      expect(
        readUsageBlock({ prompt_tokens, completion_tokens, total_tokens }, { provider }),
      ).toEqual({ ...none, inputTokens: 120, outputTokens: 30, totalTokens: 150 });
    },
  );

  it('a server that never counts the cache as input is not negative', () => {
    const usage = { ...openaiChat, prompt_tokens: 10 };
    expect(readUsageBlock(usage, { provider: 'openai' })).toMatchObject({
      inputTokens: 10,
      cachedInputTokens: 64,
    });
  });

  it('what is no text names it', () => {
    const usage = { ...openaiChat, prompt_tokens_details: { audio_tokens: 9 } };
    expect(readUsageBlock(usage, { provider: 'openai' })?.otherKinds).toEqual([
      'input_audio_tokens',
    ]);
  });

  it.each([
    null,
    undefined,
    'many',
    [],
    {},
    { prompt_tokens: '12', completion_tokens: 3 },
    { prompt_tokens: -12, completion_tokens: 3 },
    { prompt_tokens: Number.NaN, completion_tokens: 3 },
    { input_tokens: 12, output_tokens: 3 },
  ])('nobody, %j, is no usage and not zero', (block) => {
    expect(readUsageBlock(block, { provider: 'openai', flavor: 'chat' })).toBeNull();
  });
});
