/** In charge of what a message denies: "she is not having a seizure", "no vomiting, drooling or fits". */
import type { PartSpans, Span } from './find-parts.ts';
import type { ReadText, Word } from './read-text.ts';

const NEGATORS = new Set([
  'not',
  'no',
  'never',
  'without',
  'nor',
  'neither',
  'none',
  'denies',
  'zero',
  'ruled',
]);
/** What a negator does not reach beyond. */
const SCOPE_ENDS = new Set(
  `but however although though except yet and because cause cos cuz since so then after when while until
   till unless if as he she it they i we you cat cats kitten kittens now today still just suddenly
   started starts began keeps instead`.split(/\s+/),
);
/** "Not only vomiting", "not sure", "won't stop bleeding" deny nothing. */
const NO_DENIAL = new Set(
  `only just merely sure certain idea doubt matter stop stops stopped stopping quit better improve improves
   improved improving improvement normal normally right know tell understand long let like help wait use
   way change difference joke kidding seen choice one`.split(/\s+/),
);
const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'i', 'we', 'you']);
const ANSWERS = new Set(['no', 'none', 'nope', 'negative', 'never']);
const DETERMINERS = new Set('any a an the of those these that this my our his her'.split(' '));
/** How many words a negator reaches at most. */
const REACH = 8;

/** Tells whether what stands at a place is denied. */
export type IsDenied = (span: Span) => boolean;

/**
 * Reads the negators of a text. A symptom that itself says "not" ("not eating") is never denied, and
 * uses its "not" up: in "not eating, vomiting" only the eating is negated.
 */
export function readNegation(text: ReadText, parts: PartSpans): IsDenied {
  const { words } = text;
  const coveredBy = new Int32Array(words.length).fill(-1);
  const isNegator = words.map((word, index) => NEGATORS.has(word.text) && denies(words, index));
  isNegator.forEach((is, index) => {
    if (!is) return;
    const last = scopeEnd(words, index);
    for (let at = index + 1; at <= last; at += 1) coveredBy[at] = index;
  });
  const usedUpAt = findUsedUp(words, parts);

  return ({ start, end }) => {
    if (isAnsweredNo(words, end)) return true;
    const negator = coveredBy[start] ?? -1;
    if (negator < 0) return false;
    for (let at = start; at <= end; at += 1) if (NEGATORS.has(words[at]?.text ?? '')) return false;
    const usedUp = usedUpAt.get(negator);
    return usedUp === undefined || start <= usedUp || isObjectOf(words, usedUp, start);
  };
}

/** "Didn't eat any lilies": what follows with a determiner is what the used-up denial is about. */
function isObjectOf(words: readonly Word[], usedUp: number, start: number): boolean {
  const between = words.slice(usedUp + 1, start);
  return (
    between.length > 0 && between.length < 4 && between.every(({ text }) => DETERMINERS.has(text))
  );
}

function denies(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  if (!next || next.sentence !== words[index]?.sentence) return false;
  if (words[index]?.text === 'ruled') return next.text === 'out';
  if (NO_DENIAL.has(next.text)) return false;
  const after = words[index + 2];
  const skips =
    next.text === 'be' || next.text === 'been' || next.text === 'seem' || next.text === 'a';
  return !(skips && after !== undefined && NO_DENIAL.has(after.text));
}

/** The last word that the negator reaches: to the end of its clause, or of a list that goes on with "or". */
function scopeEnd(words: readonly Word[], index: number): number {
  const negator = words[index];
  let last = index;
  for (let at = index + 1; at <= index + REACH; at += 1) {
    const word = words[at];
    if (!word || !negator || word.sentence !== negator.sentence) break;
    if (SCOPE_ENDS.has(word.text)) break;
    if (word.clause !== words[at - 1]?.clause && !listGoesOn(words, at)) break;
    last = at;
  }
  return last;
}

/** After a comma the denial holds only on the way to an "or", with no new subject before it. */
function listGoesOn(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + REACH; at += 1) {
    const word = words[at];
    if (!word || word.sentence !== words[from]?.sentence) return false;
    if (word.text === 'or' || word.text === 'nor') return true;
    if (SCOPE_ENDS.has(word.text) || PRONOUNS.has(word.text)) return false;
  }
  return false;
}

/** "Vomiting: no. Seizures? None." */
function isAnsweredNo(words: readonly Word[], end: number): boolean {
  const [here, answer, after] = [words[end], words[end + 1], words[end + 2]];
  if (!here || !answer || !ANSWERS.has(answer.text) || answer.clause === here.clause) return false;
  return answer.message === here.message && (!after || after.clause !== answer.clause);
}

/** For each negator that is part of a symptom, where the shortest such symptom ends. */
function findUsedUp(words: readonly Word[], parts: PartSpans): Map<number, number> {
  const usedUp = new Map<number, number>();
  for (const spans of parts) {
    for (const { start, end } of spans) {
      if (end === start || !NEGATORS.has(words[start]?.text ?? '')) continue;
      usedUp.set(start, Math.min(end, usedUp.get(start) ?? end));
    }
  }
  return usedUp;
}
