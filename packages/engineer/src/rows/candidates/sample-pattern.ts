/** In charge of texts that match a regular expression, as far as its syntax is a common one. */
import type { SeededRandom } from '../seeded-random.ts';

/** Writes one text; how often something repeats is up to `times`. */
type Writer = (times: (low: number, high: number) => number) => string;

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const digits = [...'0123456789'];
const wordLetters = [...letters, ...digits, '_'];
const classes: Record<string, readonly string[]> = {
  alpha: letters,
  digit: digits,
  alnum: [...letters, ...digits],
  lower: letters,
  upper: letters.map((letter) => letter.toUpperCase()),
  space: [' '],
  xdigit: [...digits, ...'abcdef'],
  punct: [...'-._!#'],
  word: wordLetters,
};
const escapes: Record<string, readonly string[]> = {
  d: digits,
  w: wordLetters,
  s: [' '],
  D: letters,
  W: ['-'],
  S: wordLetters,
  n: ['\n'],
  t: ['\t'],
};
/** Escapes that stand for a place and match no character. */
const places = new Set(['A', 'Z', 'm', 'M', 'y', 'Y', 'b', 'B']);
/** How often something that has no upper limit repeats at most. */
const enough = 4;

/** Reads a pattern; the first characters of a class are those a person would write first. */
class PatternReader {
  readonly #pattern: string;
  readonly #random: SeededRandom;
  #at = 0;

  constructor(pattern: string, random: SeededRandom) {
    this.#pattern = pattern;
    this.#random = random;
  }

  read(): Writer {
    const branches: Writer[][] = [[]];
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ')') {
      if (this.#take('|')) branches.push([]);
      else branches[branches.length - 1]?.push(this.#readRepeated());
    }
    return (times) =>
      this.#random
        .pick(branches)
        .map((writer) => writer(times))
        .join('');
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #readRepeated(): Writer {
    const writer = this.#readAtom();
    const [low, high] = this.#readQuantifier();
    if (low === 1 && high === 1) return writer;
    return (times) => Array.from({ length: times(low, high) }, () => writer(times)).join('');
  }

  #readQuantifier(): [number, number] {
    let range: [number, number] = [1, 1];
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(this.#pattern.slice(this.#at));
    if (braces) {
      this.#at += braces[0].length;
      const low = Number(braces[1]);
      const high = braces[2] === undefined ? low : braces[3] ? Number(braces[3]) : low + enough;
      range = [low, high];
    } else if (this.#take('*')) range = [0, enough];
    else if (this.#take('+')) range = [1, enough];
    else if (this.#take('?')) range = [0, 1];
    else return range;
    this.#take('?');
    return range;
  }

  #readAtom(): Writer {
    if (this.#take('(?:') || this.#take('(')) {
      if (this.#take('?=') || this.#take('?!') || this.#take('?<=') || this.#take('?<!')) {
        this.read();
        this.#take(')');
        return () => '';
      }
      const inside = this.read();
      this.#take(')');
      return inside;
    }
    if (this.#take('^') || this.#take('$')) return () => '';
    if (this.#take('.')) return this.#oneOf(letters);
    if (this.#take('[')) return this.#oneOf(this.#readClass());
    const letter = this.#next();
    if (letter !== '\\') return () => letter;
    const escaped = this.#next();
    if (places.has(escaped)) return () => '';
    return this.#oneOf(escapes[escaped] ?? [escaped]);
  }

  #next(): string {
    const letter = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 32);
    this.#at += letter.length;
    return letter;
  }

  #oneOf(letters: readonly string[]): Writer {
    return () => (letters.length === 0 ? '' : this.#random.pick(letters));
  }

  #readClass(): readonly string[] {
    const isNegated = this.#take('^');
    const members: string[] = [];
    while (this.#at < this.#pattern.length) {
      if (members.length > 0 && this.#take(']')) break;
      members.push(...this.#readMember());
    }
    if (!isNegated) return members;
    const known = new Set(members);
    const [simple, rest] = [wordLetters, printable].map((from) =>
      from.filter((letter) => !known.has(letter)),
    );
    return simple && simple.length > 0 ? simple : (rest ?? []);
  }

  #readMember(): readonly string[] {
    const named = /^\[:(\w+):\]/.exec(this.#pattern.slice(this.#at));
    if (named) {
      this.#at += named[0].length;
      return classes[named[1] ?? ''] ?? letters;
    }
    const first = this.#next();
    if (first === '\\') {
      const escaped = this.#next();
      return escapes[escaped] ?? [escaped];
    }
    const isRange = this.#pattern[this.#at] === '-' && this.#pattern[this.#at + 1] !== ']';
    if (!isRange) return [first];
    this.#at += 1;
    const [low, high] = [first.codePointAt(0) ?? 0, this.#next().codePointAt(0) ?? 0];
    const size = Math.min(Math.max(high - low + 1, 1), 200);
    return Array.from({ length: size }, (_, index) => String.fromCodePoint(low + index));
  }
}

/**
 * Texts that match, the shortest first. They are guesses, to be tried on PostgreSQL.
 *
 * @param count how many, at most
 */
export function samplePattern(pattern: string, count: number, random: SeededRandom): string[] {
  const body = pattern.replace(/^\*\*\*[:=]|^\(\?[a-z]+\)/, '');
  const samples = new Set<string>();
  const lengths: ((low: number, high: number) => number)[] = [
    (low) => low,
    (low, high) => Math.max(low, Math.min(1, high)),
    (_, high) => high,
  ];
  for (let attempt = 0; samples.size < count && attempt < count * 3; attempt += 1) {
    const times =
      lengths[attempt] ?? ((low: number, high: number) => low + random.below(high - low + 1));
    samples.add(new PatternReader(body, random).read()(times).slice(0, 10_000));
  }
  return [...samples];
}
