/** In charge of reading the usage that a provider reports with a response, whatever its shape. */
import { extractUsage, findProvider, type Usage } from '@pydantic/genai-prices';

/** Tokens in buckets that never overlap. */
export interface UsageBlock {
  /** Input that was neither read from a cache nor written to one. */
  inputTokens: number;
  cachedInputTokens: number;
  /** Input written to a cache, for however long. */
  cacheWriteTokens: number;
  /** How many of them for an hour. */
  cacheWrite1hTokens: number;
  /** With what the model thought. */
  outputTokens: number;
  /** The sum as the provider told it; null where it told none. */
  totalTokens: number | null;
  /** What is in these buckets, or beside them, and is not text: `input_audio_tokens`, `web_searches`, … */
  otherKinds: string[];
}

/** Whose block it is. */
export interface UsageShape {
  /** `anthropic`, `openai`, `google`, `mistral`, …; one that is not in the list is read as OpenAI-compatible. */
  provider: string;
  /** The API where a provider has several: `chat` or `responses` of OpenAI. Default: the provider's first. */
  flavor?: string | undefined;
}

/** What is text, or only says more about a bucket. */
const textKinds = new Set([
  'input_tokens',
  'input_text_tokens',
  'input_tool_tokens',
  'input_text_tool_tokens',
  'cache_read_tokens',
  'cache_text_read_tokens',
  'cache_write_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'output_tokens',
  'output_text_tokens',
  'output_reasoning_tokens',
]);

/**
 * The buckets of a usage block, such as the `usage` of an OpenAI response or Google's `usageMetadata`.
 *
 * @param block the provider's JSON, parsed
 * @returns null when it holds no usage of this shape: nothing is made up, and nothing is zero for want of a number
 */
export function readUsageBlock(block: unknown, shape: UsageShape): UsageBlock | null {
  const usage = extract(block, shape);
  if (usage === null) return null;
  const total = count(usage['input_tokens']);
  const cachedInputTokens = count(usage['cache_read_tokens']);
  const cacheWrite1hTokens = count(usage['cache_write_1h_tokens']);
  const byTime = cacheWrite1hTokens + count(usage['cache_write_5m_tokens']);
  const cacheWriteTokens = Math.max(count(usage['cache_write_tokens']), byTime);
  const plain = total - cachedInputTokens - cacheWriteTokens;
  return {
    // Some servers never count what was cached as input.
    inputTokens: plain < 0 ? total : plain,
    cachedInputTokens,
    cacheWriteTokens,
    cacheWrite1hTokens,
    outputTokens: count(usage['output_tokens']),
    totalTokens: readTotal(block),
    otherKinds: Object.keys(usage)
      .filter((kind) => !textKinds.has(kind) && count(usage[kind]) > 0)
      .sort(),
  };
}

function extract(block: unknown, { provider, flavor }: UsageShape): Usage | null {
  const listed = findProvider({ providerId: provider });
  const reader = listed?.extractors === undefined ? findProvider({ providerId: 'openai' }) : listed;
  const extractor =
    reader?.extractors?.find(({ api_flavor }) => api_flavor === flavor) ?? reader?.extractors?.[0];
  if (reader === undefined || extractor === undefined) return null;
  const path = [extractor.root].flat().filter((step) => typeof step === 'string');
  const response = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), block);
  try {
    return extractUsage(reader, response, extractor.api_flavor).usage;
  } catch {
    // Not of this shape, or a count that is none.
    return null;
  }
}

function readTotal(block: unknown): number | null {
  if (typeof block !== 'object' || block === null) return null;
  const told = Object.entries(block).find(([key]) =>
    ['total_tokens', 'totalTokenCount', 'totalTokens'].includes(key),
  )?.[1] as unknown;
  return typeof told === 'number' && Number.isSafeInteger(told) && told > 0 ? told : null;
}

function count(value: number | undefined): number {
  return Math.round(value ?? 0);
}
