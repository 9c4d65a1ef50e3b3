/** In charge of a cat's profile in words: only what was told, one fact to a line. */
import { quoteLine } from './quote-data.ts';
import type { PromptPreferences } from './prompt-context.ts';

/** The profile as lines `Name: Miso`; empty when nothing is known. */
export function describeCat(preferences: PromptPreferences): string {
  const { catName, sex, neutered, ageMonths, weightGrams, indoor, conditions, units } = preferences;
  const lines: string[] = [];
  if (catName !== undefined && catName.trim() !== '') {
    lines.push(`Name: ${quoteLine(catName, 60)}`);
  }
  if (sex !== undefined && sex !== 'unknown') {
    lines.push(`Sex: ${sex}`);
  }
  if (neutered !== undefined) {
    lines.push(`Neutered: ${neutered ? 'yes' : 'no'}`);
  }
  if (ageMonths !== undefined) {
    lines.push(`Age: ${describeAge(ageMonths)}`);
  }
  if (weightGrams !== undefined) {
    lines.push(`Weight: ${describeWeight(weightGrams, units)}`);
  }
  if (indoor !== undefined) {
    lines.push(`Lives: ${indoor ? 'indoors only' : 'goes outdoors'}`);
  }
  if (conditions !== undefined && conditions.trim() !== '') {
    lines.push(`Known conditions, as the owner wrote them: ${quoteLine(conditions, 500)}`);
  }
  return lines.join('\n');
}

/** Months below two years, then years. */
function describeAge(months: number): string {
  if (months < 24) {
    return months === 1 ? '1 month' : `${months} months`;
  }
  const years = Math.floor(months / 12);
  return `${years} years`;
}

function describeWeight(grams: number, units: PromptPreferences['units']): string {
  return units === 'imperial'
    ? `${(grams / 453.592_37).toFixed(1)} lb`
    : `${(grams / 1000).toFixed(1)} kg`;
}
