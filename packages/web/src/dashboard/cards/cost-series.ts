/** What each model cost, bucket by bucket: the dearest first, what has no colour left as one. */
import type { Answers } from '../api/contract.ts';
import { colorOfModel, COLORED_MODELS } from '../charts/palette.ts';
import type { Series } from '../charts/series.ts';
import { sumUsd } from '../format/format-money.ts';

type Cost = Answers['cost'];

/** A model, as the dashboard narrows to it. */
export interface ModelName {
  provider: string;
  model: string;
}

/** The models of an answer, the dearest first. */
export function rankModels({ buckets }: Pick<Cost, 'buckets'>): ModelName[] {
  const costs = new Map<string, { name: ModelName; usd: number }>();
  for (const { provider, model, costUsd } of buckets.flatMap(({ models }) => models)) {
    const key = keyOf({ provider, model });
    const usd = (costs.get(key)?.usd ?? 0) + Number(costUsd);
    costs.set(key, { name: { provider, model }, usd });
  }
  return [...costs.values()]
    .sort((a, b) => b.usd - a.usd || a.name.model.localeCompare(b.name.model))
    .map(({ name }) => name);
}

/** One series for each model; `onPick` is called with the model of a bar or a legend's entry. */
export function costSeries(
  cost: Pick<Cost, 'buckets'>,
  onPick: (model: ModelName) => void,
): Series[] {
  const ranked = rankModels(cost);
  const shown = ranked.length > COLORED_MODELS ? ranked.slice(0, COLORED_MODELS - 1) : ranked;
  const rest = new Set(ranked.slice(shown.length).map(keyOf));
  const sumOf = (isMeant: (key: string) => boolean) =>
    cost.buckets.map(({ models }) =>
      sumUsd(models.filter((model) => isMeant(keyOf(model))).map(({ costUsd }) => costUsd)),
    );
  const series = shown.map((name, rank): Series => {
    const key = keyOf(name);
    return {
      key,
      label: name.model,
      color: colorOfModel(rank),
      shape: 'bar',
      values: sumOf((each) => each === key),
      pick: () => onPick(name),
      ...(hasNoPrice(cost, key) ? { totalText: 'no known price' } : {}),
    };
  });
  if (rest.size === 0) return series;
  const values = sumOf((each) => rest.has(each));
  return [
    ...series,
    {
      key: 'rest',
      label: `${rest.size} other models`,
      color: 'var(--series-rest)',
      shape: 'bar',
      values,
    },
  ];
}

/** A model whose calls are all without a price did not cost nothing. */
function hasNoPrice({ buckets }: Pick<Cost, 'buckets'>, key: string): boolean {
  const rows = buckets.flatMap(({ models }) => models).filter((row) => keyOf(row) === key);
  return rows.every(({ calls, unknownCalls }) => unknownCalls === calls);
}

/** A model is told by provider and name: two providers may offer the same one. */
export function keyOf({ provider, model }: ModelName): string {
  return JSON.stringify([provider, model]);
}
