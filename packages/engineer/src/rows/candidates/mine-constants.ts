/** In charge of values that the constraints themselves give away: what they compare with, and next to it. */
import type { SeededRandom } from '../seeded-random.ts';
import { arrayText } from './guess-values.ts';
import { samplePattern } from './sample-pattern.ts';
import type { TypeFacts } from './type-facts.ts';

const samplesOfAPattern = 24;
/** A text longer than this is no likely limit, but some other number. */
const longestText = 20_000;
const mostElements = 100;
const cat = String.fromCodePoint(0x1f431);

/** The texts and the numbers in expressions as PostgreSQL prints them. */
function readConstants(expressions: readonly string[]): { texts: string[]; numbers: number[] } {
  const texts = new Set<string>();
  const numbers = new Set<number>();
  for (const expression of expressions) {
    for (const [, quoted] of expression.matchAll(/'((?:[^']|'')*)'/g)) {
      const text = (quoted ?? '').replaceAll("''", "'");
      texts.add(text);
      if (/^\{.*\}$/s.test(text)) {
        for (const element of text.slice(1, -1).split(',')) {
          texts.add(element.replace(/^"(.*)"$/s, '$1'));
        }
      }
    }
    for (const [number] of expression.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)) {
      numbers.add(Number(number));
    }
  }
  return { texts: [...texts], numbers: [...numbers] };
}

function around(numbers: readonly number[]): string[] {
  const steps = numbers.flatMap((number) => {
    const small = Number.isInteger(number) ? [] : [number - 0.01, number + 0.01];
    return [number, number - 1, number + 1, ...small];
  });
  const sums = numbers
    .slice(0, 4)
    .flatMap((a, index) => numbers.slice(index + 1, 5).map((b) => (a + b) / 2));
  return [...steps, ...sums, ...sums.map(Math.floor)].map((number) => String(number));
}

function ofLength(numbers: readonly number[], write: (length: number) => string[]): string[] {
  const lengths = new Set(numbers.flatMap((number) => [number, number - 1, number + 1]));
  return [...lengths]
    .filter((length) => Number.isInteger(length) && length > 0 && length <= longestText)
    .flatMap(write);
}

function nextTo(text: string): string[] {
  // PostgreSQL prints an offset of whole hours without minutes.
  const time = Date.parse(
    text.replace(' ', 'T').replace(/([+-]\d\d)$/, text.includes(':') ? '$1:00' : '$1'),
  );
  if (Number.isNaN(time)) return [];
  return [-86_400_000, -3_600_000, 3_600_000, 86_400_000].flatMap((step) => {
    const moved = new Date(time + step);
    return Number.isNaN(moved.getTime()) ? [] : moved.toISOString();
  });
}

function textsLike(text: string): string[] {
  if (!/[%_]/.test(text)) return [];
  return ['', 'a', 'abc'].map((filler) => text.replaceAll('%', filler).replaceAll('_', 'a'));
}

function objectsOf(keys: readonly string[]): string[] {
  const values = ['text', 1, true, null, [], {}];
  return [
    ...values.map((value) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, value])))),
    ...keys.flatMap((key) => values.map((value) => JSON.stringify({ [key]: value }))),
    ...keys.map((key) => JSON.stringify(key)),
  ];
}

/**
 * Texts that may be values of the type and that matter to the constraints.
 *
 * @param facts of the type without its domains
 * @param expressions of every constraint, default or partition bound that concerns the column
 * @param elements values of an array's elements
 */
export function mineConstants(
  facts: TypeFacts,
  expressions: readonly string[],
  elements: readonly string[],
  random: SeededRandom,
): string[] {
  const { texts, numbers } = readConstants(expressions);
  if (facts.elementId !== null) {
    const sizes = numbers.filter((number) => number > 0 && number <= mostElements);
    return [
      ...texts,
      ...texts.map((text) => arrayText([text])),
      ...sizes.flatMap((size) =>
        [size, size + 1, size - 1].map((length) =>
          arrayText(Array.from({ length }, (_, index) => elements[index % elements.length] ?? '1')),
        ),
      ),
    ];
  }
  if (facts.category === 'S') {
    const matching = texts.flatMap((text) => samplePattern(text, samplesOfAPattern, random));
    const long = ofLength(numbers, (length) => ['x'.repeat(length), cat.repeat(length)]);
    return [...texts, ...texts.flatMap(textsLike), ...matching, ...long];
  }
  if (facts.name === 'bytea') {
    return [...texts, ...ofLength(numbers, (length) => [`\\x${'a7'.repeat(length)}`])];
  }
  if (facts.name === 'json' || facts.name === 'jsonb') {
    return [...texts, ...objectsOf(texts.slice(0, 6)), ...around(numbers)];
  }
  const minutes = facts.name === 'interval' ? numbers.map((number) => `${number} seconds`) : [];
  return [...texts, ...texts.flatMap(nextTo), ...around(numbers), ...minutes];
}
