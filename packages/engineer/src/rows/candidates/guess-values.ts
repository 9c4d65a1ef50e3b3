/** In charge of values for any type: from PostgreSQL's own ones up to arrays, ranges and rows of them. */
import type { Guess } from './candidate.ts';
import { scalarValues } from './scalar-values.ts';
import { baseOf, type TypeCatalog } from './type-facts.ts';

/** How deep a type may be made of others before its parts are left empty. */
const deepest = 4;

function quoteElement(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function guess(flavor: Guess['flavor'], texts: readonly string[]): Guess[] {
  return texts.map((text) => ({ text, flavor }));
}

function ofFlavor(guesses: readonly Guess[], ...flavors: Guess['flavor'][]): string[] {
  return guesses.filter(({ flavor }) => flavors.includes(flavor)).map(({ text }) => text);
}

/** The text of an array of these elements. */
export function arrayText(elements: readonly string[]): string {
  return `{${elements.map(quoteElement).join(',')}}`;
}

function guessArrays(elements: readonly Guess[]): Guess[] {
  const [fresh, typical] = [ofFlavor(elements, 'fresh'), ofFlavor(elements, 'typical', 'mined')];
  const edges = ofFlavor(elements, 'low', 'high');
  return [
    ...guess(
      'fresh',
      fresh.map((text) => arrayText([text])),
    ),
    ...guess(
      'typical',
      [...typical, ...fresh].slice(0, 6).map((text) => arrayText([text])),
    ),
    ...guess('typical', [arrayText([...typical, ...fresh].slice(0, 2))]),
    ...guess('low', ['{}', '{NULL}']),
    ...guess('high', [arrayText(edges.slice(0, 5))]),
  ];
}

/** Neighbours among the fresh values are the ends, so that no two ranges overlap. */
function guessRanges(subtype: readonly Guess[]): Guess[] {
  const ends = ofFlavor(subtype, 'fresh');
  const ranges = ends.flatMap((low, index) => {
    const high = ends[index + 1];
    return index % 2 === 0 && high !== undefined
      ? `[${quoteElement(low)},${quoteElement(high)})`
      : [];
  });
  return [
    ...guess('fresh', ranges),
    ...guess('typical', ranges.slice(0, 1)),
    ...guess('low', ['empty']),
    ...guess('high', ['(,)', ...ranges.slice(0, 1).map((range) => range.replace('[', '('))]),
  ];
}

function guessRows(attributes: readonly Guess[][]): Guess[] {
  const row = (n: number, ...flavors: Guess['flavor'][]): string => {
    const values = attributes.map((guesses) => {
      const texts = ofFlavor(guesses, ...flavors);
      return texts.length === 0 ? '' : quoteElement(texts[n % texts.length] as string);
    });
    return `(${values.join(',')})`;
  };
  const most = Math.max(1, ...attributes.map((guesses) => ofFlavor(guesses, 'fresh').length));
  return [
    ...guess(
      'fresh',
      Array.from({ length: most }, (_, n) => row(n, 'fresh')),
    ),
    ...guess('typical', [row(0, 'typical', 'fresh')]),
    ...guess('low', [`(${attributes.map(() => '').join(',')})`, row(0, 'low')]),
    ...guess('high', [row(0, 'high')]),
  ];
}

/**
 * Guesses at values of a type. Some may be none: PostgreSQL has the last word.
 *
 * @param id of the type
 * @param type as PostgreSQL prints it, with modifiers
 * @param count how many fresh ones
 * @param from where the fresh ones start, so that columns differ
 */
export function guessValues(
  types: TypeCatalog,
  id: string,
  type: string,
  count: number,
  from: number,
  depth = 0,
): Guess[] {
  const base = baseOf(types, id, type);
  const facts = base.facts;
  if (facts === undefined || depth > deepest) return [];
  const inner = (innerId: string, innerType: string): Guess[] =>
    guessValues(types, innerId, innerType, count, from, depth + 1);
  if (facts.labels !== null) return guess('typical', facts.labels);
  if (facts.elementId !== null) {
    return guessArrays(inner(facts.elementId, base.type.replace(/\[\]$/, '')));
  }
  if (facts.subtypeId !== null) {
    return guessRanges(guessValues(types, facts.subtypeId, '', count * 2, from, depth + 1));
  }
  if (facts.rangeId !== null) {
    return inner(facts.rangeId, '').map(({ text, flavor }) => ({ text: `{${text}}`, flavor }));
  }
  if (facts.attributes !== null) {
    return guessRows(facts.attributes.map((attribute) => inner(attribute.typeId, attribute.type)));
  }
  if (facts.name === 'uuid') return guessUuids(count, from);
  const values = scalarValues(facts.name, base.type);
  return [
    ...guess(
      'fresh',
      Array.from({ length: count }, (_, n) => values.fresh(from + n)),
    ),
    ...guess('typical', values.typical),
    ...guess('low', values.low),
    ...guess('high', values.high),
  ];
}

/** Of version 4, spread over the whole range. */
function guessUuids(count: number, from: number): Guess[] {
  const fresh = Array.from({ length: count }, (_, n) => {
    const spread = Math.imul(from + n + 1, 0x9e3779b1) >>> 0;
    const [head, tail] = [spread.toString(16).padStart(8, '0'), (from + n + 1).toString(16)];
    return `${head}-0000-4000-8000-${tail.padStart(12, '0')}`;
  });
  return [
    ...guess('fresh', fresh),
    ...guess('low', ['00000000-0000-0000-0000-000000000000']),
    ...guess('high', ['ffffffff-ffff-ffff-ffff-ffffffffffff']),
  ];
}
