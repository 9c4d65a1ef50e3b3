/** In charge of a message as a list of words, and of finding signs in it. */

/** Words of one message that are looked at; a longer message says what it is about early on. */
const wordsRead = 400;

/** Other words that may stand between two words of a sign. */
const widestGap = 2;

/** "isn't", "won't" and their kind, without the apostrophe: all read as "not". */
const contraction = /^(is|are|was|were|do|does|did|has|have|had|can|could|wo|would|ai)nt$|^cannot$/;

/** Words that turn what follows into its opposite. */
const negations = new Set(['no', 'not', 'never', 'without']);

/** The words of a text: lower case, no apostrophes or hyphens, "isn't" as "not", the first 400. */
export function readWords(text: string): string[] {
  const plain = text
    .slice(0, wordsRead * 20)
    .normalize('NFKC')
    .toLowerCase();
  const joined = plain.replace(/['’‘`]/g, '');
  const words = (joined.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, wordsRead);
  return words.map((word) => (contraction.test(word) ? 'not' : word));
}

/**
 * Whether the words of a sign stand in `words`, in this order, at most two others in between, and
 * not right behind a word like "no".
 *
 * @param sign as `readWords` reads it
 */
export function hasSign(words: readonly string[], sign: readonly string[]): boolean {
  const [first] = sign;
  if (first === undefined) {
    return false;
  }
  const speaksOfAbsence = negations.has(first);
  return words.some(
    (word, at) =>
      matchesWord(word, first) &&
      (speaksOfAbsence || !isNegated(words, at)) &&
      restFollows(words, at, sign),
  );
}

/** Long words match from their start, short ones whole or as a plural: "hi" is in no "hiding". */
function matchesWord(word: string, wanted: string): boolean {
  return wanted.length > 4
    ? word.startsWith(wanted)
    : word === wanted || (wanted.length > 2 && word === `${wanted}s`);
}

function isNegated(words: readonly string[], at: number): boolean {
  return negations.has(words[at - 1] ?? '') || negations.has(words[at - 2] ?? '');
}

function restFollows(words: readonly string[], start: number, sign: readonly string[]): boolean {
  let at = start;
  for (const wanted of sign.slice(1)) {
    const next = words
      .slice(at + 1, at + 2 + widestGap)
      .findIndex((word) => matchesWord(word, wanted));
    if (next === -1) {
      return false;
    }
    at += next + 1;
  }
  return true;
}
