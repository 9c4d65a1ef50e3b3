/** In charge of finding where the parts of the patterns stand in a message. */
import type { CompiledPart, CompiledRules, PhraseTree } from './compile-rules.ts';
import type { Measure } from './measures.ts';
import type { ReadText, Word } from './read-text.ts';

/** Where something stands: the indexes of its first and last word. */
export interface Span {
  start: number;
  end: number;
}

/** For each part of the rules, in order of their first word, where it stands. */
export type PartSpans = readonly (readonly Span[])[];

/** For each place, by the index of its first word, the indexes of its last words. */
type PlaceSpans = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

/** More fillers in a row than this belong to no phrase; it also keeps hostile messages cheap. */
const MOST_FILLERS = 5;
const NOWHERE: readonly Span[] = [];

/** Finds every part. Conditions about the cat are no places: theirs are empty. */
export function findParts(
  text: ReadText,
  rules: CompiledRules,
  measures: readonly Measure[],
): PartSpans {
  const places = findPlaces(text.words, rules);
  return rules.parts.map((part) => {
    if (part.kind === 'words') return chainPlaces(part.places, places, text.words);
    return measures.filter((measure) => satisfies(measure, part));
  });
}

function satisfies(measure: Measure, part: CompiledPart): boolean {
  if (part.kind === 'time') return (measure.minutes ?? 0) >= part.minutes;
  return part.kind === 'count' && (measure.times ?? 0) >= part.times;
}

/** Walks the tree from each word, over fillers; a phrase ends where its clause does. */
function findPlaces(words: readonly Word[], { vocabulary, tree }: CompiledRules): PlaceSpans {
  const meanings = new Map<string, readonly number[]>();
  const numbers = words.map((word) => {
    const key = word.doubled ?? word.text;
    let found = meanings.get(key);
    if (!found) meanings.set(key, (found = vocabulary.find(word)));
    return found;
  });
  const found = new Map<number, Map<number, number[]>>();
  words.forEach(({ clause }, start) => {
    let nodes = step([tree], numbers[start] ?? []);
    let passedOver = 0;
    for (let at = start; nodes.length > 0; at += 1) {
      for (const node of nodes) for (const place of node.places) addSpan(found, place, start, at);
      const next = words[at + 1];
      if (next?.clause !== clause) break;
      passedOver = next.filler ? passedOver + 1 : 0;
      const going = nodes.filter((node) => node.next.size > 0);
      nodes = step(going, numbers[at + 1] ?? []);
      if (passedOver > 0 && passedOver <= MOST_FILLERS) {
        // A node that waits behind a filler must not report its places again.
        for (const node of going) nodes.push({ next: node.next, places: [] });
      }
    }
  });
  return found;
}

function step(nodes: readonly PhraseTree[], numbers: readonly number[]): PhraseTree[] {
  const reached: PhraseTree[] = [];
  for (const node of nodes) {
    for (const number of numbers) {
      const child = node.next.get(number);
      if (child) reached.push(child);
    }
  }
  return reached;
}

function addSpan(
  found: Map<number, Map<number, number[]>>,
  place: number,
  start: number,
  end: number,
) {
  let starts = found.get(place);
  if (!starts) found.set(place, (starts = new Map<number, number[]>()));
  const ends = starts.get(start);
  if (!ends) starts.set(start, [end]);
  else if (!ends.includes(end)) ends.push(end);
}

/** Puts places that stand beside each other, fillers between them or not, together to parts. */
function chainPlaces(part: number[], places: PlaceSpans, words: readonly Word[]): readonly Span[] {
  const [first = -1, ...others] = part;
  if (part.some((place) => !places.has(place))) return NOWHERE;
  let chains: Span[] = [];
  for (const [start, ends] of places.get(first) ?? []) {
    for (const end of ends) chains.push({ start, end });
  }
  for (const place of others) {
    const starts = places.get(place);
    const longer: Span[] = [];
    for (const { start, end } of chains) {
      for (const from of nextStarts(words, end)) {
        for (const to of starts?.get(from) ?? []) longer.push({ start, end: to });
      }
    }
    chains = longer;
  }
  return chains;
}

/** Where the next place may begin: at the next word, and behind fillers in the same clause. */
function nextStarts(words: readonly Word[], end: number): number[] {
  const starts: number[] = [];
  const last = end + 1 + MOST_FILLERS;
  for (let at = end + 1; at <= last && words[at]?.clause === words[end]?.clause; at += 1) {
    starts.push(at);
    if (words[at]?.filler !== true) break;
  }
  return starts;
}
