/** In charge of finding which words of the rules a typed word stands for, typing errors forgiven. */
import { dropLetters, editDistance } from './edit-distance.ts';
import { FILLERS } from './fillers.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';
import type { Word } from './read-text.ts';

/** Numbers the words of the rules and finds them again. */
export interface Vocabulary {
  /** The number of a word as a pattern writes it (`vomit*` or `lily`), given on first sight. */
  add(entry: string): number;
  /** The numbers of everything that a typed word may stand for. */
  find(word: Word): readonly number[];
}

/** Shorter words are too easily another word. */
const SHORTEST_FORGIVEN = 7;
const TWO_ERRORS_FROM = 10;
/** Beginnings shorter than this are followed by too many other words. */
const SHORTEST_STEM = 5;
const LONGEST_FORGIVEN = 20;
/** How a beginning such as `vomit*` usually goes on; typing errors are forgiven in these forms. */
const ENDINGS = ['', 's', 'ed', 'ing'];
const NONE: readonly number[] = [];

const errorsForgiven = (length: number) =>
  length < SHORTEST_FORGIVEN ? 0 : length < TWO_ERRORS_FROM ? 1 : 2;

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const exact = new Map<string, number>();
  const beginnings = new Map<string, number>();
  const withoutLetters = new Map<string, { form: string; number: number }[]>();

  function forgive(form: string, number: number) {
    if (form.length < SHORTEST_FORGIVEN || form.length > LONGEST_FORGIVEN) return;
    for (const shorter of dropLetters(form, errorsForgiven(form.length))) {
      const forms = withoutLetters.get(shorter);
      if (forms) forms.push({ form, number });
      else withoutLetters.set(shorter, [{ form, number }]);
    }
  }

  function findExactly(text: string, into: Set<number>) {
    const number = exact.get(text);
    if (number !== undefined) into.add(number);
    for (let length = 3; length <= text.length; length += 1) {
      const beginning = beginnings.get(text.slice(0, length));
      if (beginning !== undefined) into.add(beginning);
    }
  }

  function findForgiving(text: string, into: Set<number>) {
    const { length } = text;
    if (length < SHORTEST_FORGIVEN - 1 || length > LONGEST_FORGIVEN + 2) return;
    if (ORDINARY_WORDS.has(text) || FILLERS.has(text) || /\d/.test(text)) return;
    for (const shorter of dropLetters(text, length >= TWO_ERRORS_FROM - 1 ? 2 : 1)) {
      for (const { form, number } of withoutLetters.get(shorter) ?? []) {
        const limit = errorsForgiven(form.length);
        if (
          !into.has(number) &&
          beginsAlike(text, form) &&
          editDistance(form, text, limit) <= limit
        ) {
          into.add(number);
        }
      }
    }
  }

  return {
    add(entry) {
      const known = numbers.get(entry);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(entry, number);
      if (entry.endsWith('*')) {
        const stem = entry.slice(0, -1);
        beginnings.set(stem, number);
        if (stem.length >= SHORTEST_STEM)
          for (const ending of ENDINGS) forgive(stem + ending, number);
      } else {
        exact.set(entry, number);
        forgive(entry, number);
      }
      return number;
    },
    find(word) {
      const found = new Set<number>();
      for (const text of word.doubled === undefined ? [word.text] : [word.text, word.doubled]) {
        findExactly(text, found);
        if (!exact.has(text)) findForgiving(text, found);
      }
      return found.size > 0 ? [...found] : NONE;
    },
  };
}

/** People rarely mistype the first letter, other than by swapping it with the second. */
function beginsAlike(text: string, form: string): boolean {
  return text[0] === form[0] || (text[0] === form[1] && text[1] === form[0]);
}
