/** In charge of the price of the model that answers: from @pydantic/genai-prices into the database. */
import { setModelPrice } from '@catb/database';
import { calcPrice } from '@pydantic/genai-prices';
import type { Model } from './model.ts';

const million = 1_000_000;

/**
 * Stores the list price of this model, if the package knows it. Without one the cost of its calls is
 * `unknown`, never zero. A price of one's own (source `own`) comes first whatever is stored here.
 *
 * @param ownerUrl the database as its owner
 */
export async function keepModelPrice(ownerUrl: string, model: Model): Promise<void> {
  if (model.isOffline) return;
  const input = listPrice(model, { input_tokens: million });
  const output = listPrice(model, { output_tokens: million });
  if (input === null || output === null) return;
  await setModelPrice(ownerUrl, {
    provider: model.provider,
    model: model.name,
    inputUsdPerMtok: input,
    cachedInputUsdPerMtok: listPrice(model, { input_tokens: million, cache_read_tokens: million }),
    cacheWriteUsdPerMtok: listPrice(model, { input_tokens: million, cache_write_tokens: million }),
    outputUsdPerMtok: output,
  });
}

/** US dollars for a million tokens of one kind, as a decimal string; null when the package has no price. */
function listPrice(model: Model, usage: Record<string, number>): string | null {
  const result = calcPrice(usage, model.name, { providerId: model.provider });
  if (result === null) return null;
  // The package computes in floating point; its own prices have at most six decimals.
  return result.total_price.toFixed(6);
}
