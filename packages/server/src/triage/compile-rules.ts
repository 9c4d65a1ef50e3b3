/** In charge of turning rules into the tables that a message is compared with, once for each version. */
import { parsePattern, type Part, type WordsPart } from './pattern-language.ts';
import type { TriageRule } from './rule.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A tree of words: whoever walks it along a message arrives at the places that match. */
export interface PhraseTree {
  next: Map<number, PhraseTree>;
  /** The places whose alternative ends here. */
  places: number[];
}

/** A pattern whose parts are numbers of `CompiledRules.parts`. */
export interface CompiledPattern {
  parts: number[];
  joins: ('then' | 'near')[];
}

/** A part with its places numbered, so that equal places of different rules are looked for once. */
export type CompiledPart = { kind: 'words'; places: number[] } | Exclude<Part, WordsPart>;

/** A rule, ready to be compared. */
export interface CompiledRule {
  rule: TriageRule;
  patterns: CompiledPattern[];
  exceptions: CompiledPattern[];
}

/** Everything that `triage` needs; holds no message and may be shared. */
export interface CompiledRules {
  rules: CompiledRule[];
  parts: CompiledPart[];
  vocabulary: Vocabulary;
  tree: PhraseTree;
}

/**
 * Compiles rules. Takes some 400 ms of processor time for a hundred rules; keep the result until the version changes.
 * @throws PatternError on a malformed pattern; `parseRules` refuses those before they get here.
 */
export function compileRules(rules: readonly TriageRule[]): CompiledRules {
  const vocabulary = createVocabulary();
  const tree: PhraseTree = { next: new Map(), places: [] };
  const placeNumbers = new Map<string, number>();
  const partNumbers = new Map<string, number>();
  const parts: CompiledPart[] = [];

  function numberPlace(alternatives: string[][]): number {
    const key = alternatives.map((words) => words.join(' ')).join('|');
    const known = placeNumbers.get(key);
    if (known !== undefined) return known;
    const number = placeNumbers.size;
    placeNumbers.set(key, number);
    for (const words of alternatives) {
      let node = tree;
      for (const word of words) {
        const id = vocabulary.add(word);
        let child = node.next.get(id);
        if (!child) node.next.set(id, (child = { next: new Map(), places: [] }));
        node = child;
      }
      if (!node.places.includes(number)) node.places.push(number);
    }
    return number;
  }

  function numberPart(part: Part): number {
    const compiled: CompiledPart =
      part.kind === 'words' ? { kind: 'words', places: part.places.map(numberPlace) } : part;
    const key = JSON.stringify(compiled);
    const known = partNumbers.get(key);
    if (known !== undefined) return known;
    partNumbers.set(key, parts.length);
    return parts.push(compiled) - 1;
  }

  const compilePattern = (text: string): CompiledPattern => {
    const { parts: parsed, joins } = parsePattern(text);
    return { parts: parsed.map(numberPart), joins };
  };

  const compiled = rules.map((rule) => ({
    rule,
    patterns: rule.patterns.map(compilePattern),
    exceptions: rule.exceptions.map(compilePattern),
  }));
  return { rules: compiled, parts, vocabulary, tree };
}
