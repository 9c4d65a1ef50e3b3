/** In charge of the price list that @pydantic/genai-prices ships: who is in it, and which entry a name means. */
import {
  calcPrice,
  waitForUpdate,
  type MatchLogic,
  type ModelInfo,
  type Provider,
} from '@pydantic/genai-prices';

/** A model by the names that a call has. */
export interface ModelName {
  /** Such as `anthropic`, `openai`. */
  provider: string;
  /** Such as `claude-sonnet-4-5-20250929`. */
  model: string;
}

/** Every provider of the list. Nothing is fetched: the list is the one of the installed version. */
export async function listedProviders(): Promise<readonly Provider[]> {
  return (await waitForUpdate()) ?? [];
}

/**
 * The entry that a name means, by the list's own rules: prefixes, aliases, dates at the end, other
 * providers' models on Azure. Null when the list does not know the name.
 */
export function findListedModel({ provider, model }: ModelName): ModelInfo | null {
  return calcPrice({}, model, { providerId: provider })?.model ?? null;
}

/**
 * Names that a provider's models are known to go by: their ids, and what their rules name in full.
 * A rule can also name a beginning, which stands for names that nobody can list.
 */
export function namesOf(provider: Provider): string[] {
  const names = new Set<string>();
  for (const { id, match } of provider.models) {
    for (const name of [id, ...fullNames(match)]) {
      if (findListedModel({ provider: provider.id, model: name }) !== null) names.add(name);
    }
  }
  return [...names];
}

function fullNames(match: MatchLogic): string[] {
  if ('equals' in match) return [match.equals];
  return 'or' in match ? match.or.flatMap(fullNames) : [];
}
