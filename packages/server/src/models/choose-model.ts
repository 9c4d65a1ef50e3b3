/** In charge of which model answers, by the settings. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { Model } from './model.ts';
import { ModelError } from './model-error.ts';
import { createOfflineGuide, offlineGuideName } from './offline-guide/index.ts';
import { createProviderModel, type ModelTiming } from './provider-model.ts';

/** The settings by their names in the environment; an empty one counts as not set. */
export interface ModelSettings {
  ANTHROPIC_API_KEY?: string | undefined;
  ANTHROPIC_BASE_URL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  /** `anthropic/<name>`, `openai/<name>`, a plain name, or `offline-guide`. */
  CATB_MODEL?: string | undefined;
}

type Provider = 'anthropic' | 'openai' | typeof offlineGuideName;

/** Small, current, without thinking first, and with a published price. */
const defaultNames = { anthropic: 'claude-haiku-4-5', openai: 'gpt-4.1-mini' };

const defaultAddresses = {
  anthropic: 'https://api.anthropic.com/v1',
  openai: 'https://api.openai.com/v1',
};

/**
 * The model that answers: the one that the prefix of `CATB_MODEL` names, else Anthropic's if it
 * has a key, else the OpenAI-compatible server if it has an address, else the offline guide.
 *
 * @throws ModelError `MODEL_MISCONFIGURED` when `CATB_MODEL` names what the other settings lack
 */
export function chooseModel(settings: ModelSettings, timing: ModelTiming = {}): Model {
  const { provider, name } = readChoice(settings);
  if (provider === 'anthropic') {
    return createAnthropicModel(settings, name ?? defaultNames.anthropic, timing);
  }
  if (provider === 'openai') {
    return createOpenAiModel(settings, name ?? defaultNames.openai, timing);
  }
  return createOfflineGuide();
}

function readChoice(settings: ModelSettings): { provider: Provider; name: string | null } {
  const wanted = settings.CATB_MODEL?.trim() ?? '';
  const [, prefix, prefixedName] = /^(anthropic|openai)\/(.+)$/.exec(wanted) ?? [];
  if (prefix === 'anthropic' && prefixedName !== undefined) {
    requireSetting(settings, 'ANTHROPIC_API_KEY', wanted);
    return { provider: 'anthropic', name: prefixedName };
  }
  if (prefix === 'openai' && prefixedName !== undefined) {
    // A key alone means OpenAI itself.
    if (!settings.OPENAI_API_KEY) {
      requireSetting(settings, 'OPENAI_BASE_URL', wanted);
    }
    return { provider: 'openai', name: prefixedName };
  }
  if (wanted === offlineGuideName) {
    return { provider: offlineGuideName, name: null };
  }
  const name = wanted === '' ? null : wanted;
  if (settings.ANTHROPIC_API_KEY) {
    return { provider: 'anthropic', name };
  }
  if (settings.OPENAI_BASE_URL || name !== null) {
    requireSetting(settings, 'OPENAI_BASE_URL', wanted);
    return { provider: 'openai', name };
  }
  return { provider: offlineGuideName, name: null };
}

function createAnthropicModel(settings: ModelSettings, name: string, timing: ModelTiming): Model {
  const anthropic = createAnthropic({
    apiKey: settings.ANTHROPIC_API_KEY ?? '',
    baseURL: readAddress(settings.ANTHROPIC_BASE_URL, defaultAddresses.anthropic),
  });
  return createProviderModel(
    {
      provider: 'anthropic',
      name,
      languageModel: anthropic(name),
      // Thinking would eat the few tokens that an answer has; the SDK drops this where a model
      // can't do without.
      requestOptions: { anthropic: { thinking: { type: 'disabled' } } },
      systemOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } },
    },
    timing,
  );
}

function createOpenAiModel(settings: ModelSettings, name: string, timing: ModelTiming): Model {
  const openai = createOpenAICompatible({
    name: 'openai',
    baseURL: readAddress(settings.OPENAI_BASE_URL, defaultAddresses.openai),
    includeUsage: true,
    ...(settings.OPENAI_API_KEY ? { apiKey: settings.OPENAI_API_KEY } : {}),
  });
  return createProviderModel({ provider: 'openai', name, languageModel: openai(name) }, timing);
}

/** The address with `/v1` where it names a host only, as both protocols have it. */
function readAddress(setting: string | undefined, fallback: string): string {
  const address = (setting?.trim() || fallback).replace(/\/+$/, '');
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new ModelError({
      code: 'MODEL_MISCONFIGURED',
      message: 'The base URL of the model provider is not an HTTP address.',
      hint: 'Set it to something like https://host/v1.',
    });
  }
  return new URL(address).pathname === '/' ? `${address}/v1` : address;
}

function requireSetting(
  settings: ModelSettings,
  setting: 'ANTHROPIC_API_KEY' | 'OPENAI_BASE_URL',
  wanted: string,
): void {
  if (!settings[setting]) {
    throw new ModelError({
      code: 'MODEL_MISCONFIGURED',
      message: `CATB_MODEL asks for "${wanted}", but ${setting} is not set.`,
      hint: `Set ${setting}, or leave CATB_MODEL out to use the offline guide.`,
    });
  }
}
