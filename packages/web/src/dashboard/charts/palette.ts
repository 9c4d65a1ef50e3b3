/** The colours of series; styles/tokens.css has them in both themes. Red is for emergencies only. */

const ofModels = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${number})`);

/** How many models have a colour of their own; the rest is drawn as one. */
export const COLORED_MODELS = ofModels.length;

/** The colour of the model at `rank`, the dearest being 0. */
export function colorOfModel(rank: number): string {
  return ofModels[rank] ?? 'var(--series-rest)';
}
