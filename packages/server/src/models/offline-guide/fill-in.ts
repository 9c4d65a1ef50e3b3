/** In charge of the blanks in the guide's texts: the cat's name, and measures in one's own units. */
import { quoteLine } from '../quote-data.ts';
import type { PromptPreferences } from '../prompt-context.ts';

type Unit = 'g' | 'kg' | 'ml' | 'cm' | 'C';

/** The text with its blanks filled; see `topic.ts` for what they are. */
export function fillIn(text: string, preferences: PromptPreferences): string {
  const name = quoteLine(preferences.catName ?? '', 40);
  const isImperial = preferences.units === 'imperial';
  return text.replace(
    /\{(?:(cat)|(Cat)|([\d.]+)(?:-([\d.]+))? (g|kg|ml|cm|C))\}/g,
    (_blank, cat?: string, atStart?: string, from?: string, to?: string, unit?: string) => {
      if (cat !== undefined) {
        return name === '' ? 'your cat' : name;
      }
      if (atStart !== undefined) {
        return name === '' ? 'Your cat' : name;
      }
      const values = [from, to].filter((value) => value !== undefined).map(Number);
      return tellMeasure(values, unit as Unit, isImperial);
    },
  );
}

/** One value, or two as a range. */
function tellMeasure(values: number[], unit: Unit, isImperial: boolean): string {
  if (!isImperial) {
    return `${values.join('–')} ${unit === 'C' ? '°C' : unit}`;
  }
  const { factor, offset, name, digits } = imperial[unit];
  const told = values.map((value) => String(Number((value * factor + offset).toFixed(digits))));
  return `${told.join('–')} ${name}`;
}

const imperial: Record<Unit, { factor: number; offset: number; name: string; digits: number }> = {
  g: { factor: 1 / 28.35, offset: 0, name: 'oz', digits: 1 },
  kg: { factor: 2.2046, offset: 0, name: 'lb', digits: 0 },
  ml: { factor: 1 / 29.57, offset: 0, name: 'fl oz', digits: 0 },
  cm: { factor: 1 / 2.54, offset: 0, name: 'in', digits: 1 },
  C: { factor: 1.8, offset: 32, name: '°F', digits: 1 },
};
