/** In charge of finding which rules a message matches. */
import { readCircumstances, type Circumstance } from './circumstances.ts';
import type { CompiledPattern, CompiledRule, CompiledRules } from './compile-rules.ts';
import { findParts, type PartSpans, type Span } from './find-parts.ts';
import { findMeasures } from './measures.ts';
import { readNegation, type IsDenied } from './negation.ts';
import type { ReadText } from './read-text.ts';

/** How many words may stand between two parts joined by `...`. */
const THEN_GAP = 8;
/** How far apart parts joined by `+` may be. */
const NEAR_GAP = 18;

/** What the profile and the message say about the cat. */
export interface Facts {
  male: boolean;
  kitten: boolean;
}

/** A rule that matched, under the most pressing circumstance that it matched in. */
export interface RuleMatch {
  matched: CompiledRule;
  circumstance: Circumstance;
  /** Whether a word of the last message took part. */
  inLastMessage: boolean;
}

interface Scene {
  text: ReadText;
  rules: CompiledRules;
  spans: PartSpans;
  denied: IsDenied;
  facts: Facts;
}

/** Finds the rules that a text matches, in the order of the rules. */
export function matchRules(text: ReadText, rules: CompiledRules, facts: Facts): RuleMatch[] {
  const measures = findMeasures(text.words);
  const spans = findParts(text, rules, measures);
  const scene: Scene = { text, rules, spans, denied: readNegation(text, spans), facts };
  const judge = readCircumstances(text, measures);
  const matches: RuleMatch[] = [];
  for (const matched of rules.rules) {
    const best = bestMatch(scene, matched, judge);
    if (best) matches.push({ matched, ...best });
  }
  return matches;
}

const PRESSING: Record<Circumstance, number> = { 'here-and-now': 2, general: 1, elsewhere: 0 };

/** A match in the last message counts before one in an earlier message, then the more pressing one. */
function bestMatch(
  scene: Scene,
  { patterns, exceptions }: CompiledRule,
  judge: (spans: readonly Span[]) => Circumstance,
): Omit<RuleMatch, 'matched'> | undefined {
  let best: Omit<RuleMatch, 'matched'> | undefined;
  let excepted: Set<number> | undefined;
  for (const pattern of patterns) {
    for (const found of matchPattern(scene, pattern)) {
      excepted ??= wordsOf(exceptions.flatMap((exception) => [...matchPattern(scene, exception)]));
      if (touches(found, excepted)) continue;
      const inLastMessage = found.some(
        ({ end }) => scene.text.words[end]?.message === scene.text.lastMessage,
      );
      const circumstance = judge(found);
      const rank = PRESSING[circumstance] + (inLastMessage ? 3 : 0);
      if (!best || rank > PRESSING[best.circumstance] + (best.inLastMessage ? 3 : 0)) {
        best = { circumstance, inLastMessage };
      }
      if (rank === 5) return best;
    }
  }
  return best;
}

function wordsOf(matches: Span[][]): Set<number> {
  const words = new Set<number>();
  for (const { start, end } of matches.flat()) {
    for (let at = start; at <= end; at += 1) words.add(at);
  }
  return words;
}

function touches(found: readonly Span[], words: ReadonlySet<number>): boolean {
  if (words.size === 0) return false;
  return found.some(({ start, end }) => {
    for (let at = start; at <= end; at += 1) if (words.has(at)) return true;
    return false;
  });
}

/** For each place of the first part that is not denied, the nearest places of the others. */
function* matchPattern(scene: Scene, pattern: CompiledPattern): Generator<Span[]> {
  const [first = -1, ...others] = pattern.parts;
  if (pattern.parts.some((part) => !isPossible(scene, part))) return;
  for (const span of scene.spans[first] ?? []) {
    if (scene.denied(span)) continue;
    const found: Span[] = [span];
    const complete = others.every((part, index) => {
      if (scene.rules.parts[part]?.kind === 'fact') return true;
      const spans = scene.spans[part] ?? [];
      const next =
        pattern.joins[index] === 'then'
          ? nextAfter(scene.text, spans, found.at(-1) ?? span)
          : nearest(scene.text, spans, span);
      if (next) found.push(next);
      return next !== undefined;
    });
    if (complete) yield found;
  }
}

function isPossible({ rules, spans, facts }: Scene, part: number): boolean {
  const compiled = rules.parts[part];
  if (compiled?.kind === 'fact') return facts[compiled.fact];
  return (spans[part]?.length ?? 0) > 0;
}

/** The first of the spans, which are in order, that starts at `from` or later. */
function firstFrom(spans: readonly Span[], from: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextAfter({ words }: ReadText, spans: readonly Span[], before: Span): Span | undefined {
  const next = spans[firstFrom(spans, before.end + 1)];
  if (!next || next.start - before.end > THEN_GAP + 1) return undefined;
  return words[next.start]?.sentence === words[before.end]?.sentence ? next : undefined;
}

function nearest({ words }: ReadText, spans: readonly Span[], to: Span): Span | undefined {
  const at = firstFrom(spans, to.start);
  const candidates = [spans[at], spans[at - 1]].filter((span) => span !== undefined);
  return candidates.find((span) => {
    const gap = Math.max(span.start - to.end, to.start - span.end);
    return gap <= NEAR_GAP || words[span.start]?.message !== words[to.start]?.message;
  });
}
