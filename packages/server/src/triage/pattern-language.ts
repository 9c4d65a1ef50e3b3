/**
 * In charge of the small language that triage rules are written in.
 *
 * | written | means |
 * |---|---|
 * | `blood in pee` | these words beside each other; a message may have fillers (the, his, is, very …) between |
 * | `vomit*` | any word that begins like this |
 * | `(pee\|pass water)` | one of these |
 * | `{urinate}` | one of the words of that list; the database writes it out before it gets here |
 * | `a ... b` | a and then b in the same sentence, at most 8 words between |
 * | `a + b` | a and b in any order, at most 18 words apart, or in two messages |
 * | `[2 days]` | a time of two days or longer (minutes, hours, days, weeks), also "since Tuesday" |
 * | `[3 times]` | three times or more often, also "again and again" |
 * | `[male]`, `[kitten]` | the message or the profile says so |
 *
 * Contractions need no care: `not eat*` finds "won't eat" and "hasn't eaten". A message that denies
 * the first part ("no seizures") is no match, so the symptom comes first. Typing errors in words of
 * seven letters and more are forgiven.
 */
import { splitContraction } from './contractions.ts';
import { parseBracket, type Condition } from './pattern-brackets.ts';

/** Words beside each other: each place holds alternatives, each alternative is one word or more. */
export interface WordsPart {
  kind: 'words';
  places: string[][][];
}

/** What stands between two joins of a pattern. */
export type Part = WordsPart | Condition;

/** A pattern, parsed: `joins[i]` stands between `parts[i]` and `parts[i + 1]`. */
export interface Pattern {
  parts: Part[];
  joins: ('then' | 'near')[];
}

/** A pattern that can't be read; the message says why and quotes the pattern. */
export class PatternError extends Error {
  override name = 'PatternError';
}

/** A longer choice is a mistake, and each alternative takes memory. */
const MOST_CHOICES = 2000;
const TOKEN = /\.\.\.|[+()|]|\[[^\]]*\]|[^\s()|+[\]]+/gu;

/**
 * Parses one pattern.
 * @throws PatternError when it is empty, or holds an unknown list or a stray sign.
 */
export function parsePattern(text: string): Pattern {
  const fail: Fail = (why) => {
    throw new PatternError(`${why} in "${text.length > 120 ? `${text.slice(0, 120)}…` : text}"`);
  };
  const pattern: Pattern = { parts: [], joins: [] };
  let places: string[][][] = [];
  let condition: Condition | undefined;
  const closePart = () => {
    if (condition && places.length > 0) fail('a bracket must stand alone between joins');
    if (condition) pattern.parts.push(condition);
    else if (places.length > 0) pattern.parts.push({ kind: 'words', places });
    else fail('nothing to look for');
    places = [];
    condition = undefined;
  };

  const tokens = [...text.toLowerCase().matchAll(TOKEN)].map(([token]) => token);
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === '(') places.push(readChoice(tokens, fail));
    else if (token === '...' || token === '+') {
      closePart();
      pattern.joins.push(token === '+' ? 'near' : 'then');
    } else if (token.startsWith('[')) {
      if (condition) fail('two brackets side by side');
      condition = parseBracket(token) ?? fail(`unknown bracket ${token}`);
    } else places.push(...readWord(token, fail).map((word) => [[word]]));
  }
  closePart();
  if (pattern.parts[0]?.kind !== 'words') fail('a pattern must begin with words');
  return pattern;
}

type Fail = (why: string) => never;

/** Reads the alternatives up to the closing parenthesis; a choice within a choice is multiplied out. */
function readChoice(tokens: string[], fail: Fail): string[][] {
  const choice: string[][] = [];
  let phrases: string[][] = [[]];
  const closePhrase = () => {
    if (phrases.some((words) => words.length === 0)) fail('an empty choice');
    choice.push(...phrases);
    phrases = [[]];
  };
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === ')') {
      closePhrase();
      if (choice.length > MOST_CHOICES) fail('too many choices');
      return choice;
    }
    if (token === '|') closePhrase();
    else {
      const next = token === '(' ? readChoice(tokens, fail) : [readWord(token, fail)];
      phrases = phrases.flatMap((words) => next.map((more) => [...words, ...more]));
    }
  }
  return fail('a parenthesis that is never closed');
}

function readWord(token: string, fail: Fail): string[] {
  if (token.startsWith('{')) fail(`unknown word list ${token}`);
  if (!/^[\p{L}\p{N}']+\*?$/u.test(token)) fail(`stray sign in ${token}`);
  if (/\*$/u.test(token) && token.length < 4)
    fail(`${token} is too short to stand for a beginning`);
  return token.endsWith('*') ? [token] : [...splitContraction(token)];
}
