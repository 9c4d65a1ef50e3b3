/** In charge of asking a real SDK model that stands in front of a stand-in provider, in tests. */
import { loadEncoding } from '@catb/database';
import { afterAll, beforeAll, expect } from 'vitest';
import { chooseModel, ModelError } from '../models/index.ts';
import type { Model, ModelReply, ReplyRequest } from '../models/index.ts';
import type { ProviderProtocol, ProviderScript } from './provider-behaviour.ts';
import { startProviderServer, type ProviderServer } from './provider-server.ts';

/** The key that must not turn up anywhere but in a header. */
export const testKey = 'sk-secret-key-of-the-test';

/** The prompt that must not turn up in any error. */
export const testSystem = 'You are Mu, in a test.';

/** Short pauses; the limits are long, so that a busy machine doesn't meet them by accident. */
export const testTiming = {
  deadlineMs: 20_000,
  silenceMs: 10_000,
  retry: { attempts: 3, baseMs: 10, capMs: 40 },
};

/** A request for a reply, with what a test changes. */
export function replyRequest(changes: Partial<ReplyRequest> = {}): ReplyRequest {
  return {
    system: testSystem,
    messages: [{ role: 'user', content: 'My cat Ophelia is sneezing.' }],
    maxTokens: 300,
    signal: new AbortController().signal,
    requestId: 'request-1',
    ...changes,
  };
}

/** The model that the settings for `protocol` at `url` choose. */
export function connectModel(
  protocol: ProviderProtocol,
  url: string,
  silenceMs = testTiming.silenceMs,
): Model {
  return chooseModel(
    protocol === 'anthropic'
      ? { ANTHROPIC_API_KEY: testKey, ANTHROPIC_BASE_URL: url }
      : { OPENAI_API_KEY: testKey, OPENAI_BASE_URL: url },
    { ...testTiming, silenceMs },
  );
}

/** How a reply failed, and what had been handed out until then. */
export async function failureOf(
  model: Model,
  request = replyRequest(),
): Promise<{ error: ModelError; seen: string }> {
  let seen = '';
  try {
    await model.reply(request, (text) => (seen += text));
  } catch (error) {
    expect(error).toBeInstanceOf(ModelError);
    return { error: error as ModelError, seen };
  }
  throw new Error('The reply did not fail.');
}

/** A stand-in for the tests of one `describe`, with the model in front of it. */
export interface ProviderUnderTest {
  readonly provider: ProviderServer;
  readonly model: Model;
  /** A reply under `behaviour`, what was handed out, and the requests that it took. */
  replyTo(
    behaviour: ProviderScript,
    request?: ReplyRequest,
  ): Promise<ModelReply & { seen: string; requests: number }>;
  /** The same for a reply that has to fail. */
  failWith(
    behaviour: ProviderScript,
    request?: ReplyRequest,
  ): Promise<{ error: ModelError; seen: string; requests: number }>;
}

/** Starts a stand-in before the tests of the surrounding `describe` and closes it after them. */
export function useProvider(protocol: ProviderProtocol): ProviderUnderTest {
  let provider: ProviderServer | undefined;
  let model: Model | undefined;
  beforeAll(async () => {
    loadEncoding();
    provider = await startProviderServer({ protocol });
    model = connectModel(protocol, provider.url);
  });
  afterAll(() => provider?.close());

  const started = (): { provider: ProviderServer; model: Model } => {
    if (provider === undefined || model === undefined) {
      throw new Error('The provider starts before the first test.');
    }
    return { provider, model };
  };
  return {
    get provider() {
      return started().provider;
    },
    get model() {
      return started().model;
    },
    async replyTo(behaviour, request = replyRequest()) {
      const under = started();
      under.provider.setBehaviour(behaviour);
      const before = under.provider.requestCount;
      let seen = '';
      const reply = await under.model.reply(request, (text) => (seen += text));
      return { ...reply, seen, requests: under.provider.requestCount - before };
    },
    async failWith(behaviour, request = replyRequest()) {
      const under = started();
      under.provider.setBehaviour(behaviour);
      const before = under.provider.requestCount;
      const failed = await failureOf(under.model, request);
      return { ...failed, requests: under.provider.requestCount - before };
    },
  };
}
