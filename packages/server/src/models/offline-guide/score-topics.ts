/**
 * In charge of which entry of the guide a conversation is about. The score of an entry is a sum
 * that can be told in one sentence: three points for each word of a sign in the newest message,
 * one for each in the six messages before it, four for each word of a triage rule that points to it.
 */
import type { ContextMessage } from '../model.ts';
import type { PromptTriage } from '../prompt-context.ts';
import { hasSign, readWords } from './read-words.ts';

const pointsNewest = 3;
const pointsEarlier = 1;
const pointsRule = 4;
const earlierMessages = 6;

/** An entry with what points to it. */
interface Entry {
  signs: string[];
  rules?: string[];
}

/** An entry and its points: all of them, and those that the newest message earned. */
export interface Scored<T> {
  entry: T;
  points: number;
  newest: number;
}

/** The entries with at least one point, best first; between equals the newest message decides. */
export function scoreTopics<T extends Entry>(
  entries: readonly T[],
  messages: readonly ContextMessage[],
  triage: PromptTriage,
): Scored<T>[] {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => content);
  const newestWords = readWords(said.at(-1) ?? '');
  const earlierWords = said.slice(-1 - earlierMessages, -1).map(readWords);
  const ruleNames = [...new Set([...triage.topics, ...triage.redFlags.map(({ name }) => name)])];

  return entries
    .map((entry) => {
      let newest = 0;
      for (const name of ruleNames) {
        newest += wordsPointing(name, entry.rules ?? []) * pointsRule;
      }
      let earlier = 0;
      for (const sign of readSigns(entry)) {
        newest += hasSign(newestWords, sign) ? sign.length * pointsNewest : 0;
        const isEarlier = earlierWords.some((words) => hasSign(words, sign));
        earlier += isEarlier ? sign.length * pointsEarlier : 0;
      }
      return { entry, points: newest + earlier, newest };
    })
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points || other.newest - one.newest);
}

/**
 * Words of a rule's name that point to an entry, by the longest pointer that fits: "vomit" fits
 * `vomiting-blood` with one word, "not-breathing" fits `not-breathing` with two.
 */
function wordsPointing(ruleName: string, pointers: readonly string[]): number {
  const fitting = pointers.filter((pointer) => `-${ruleName}`.includes(`-${pointer}`));
  return Math.max(0, ...fitting.map((pointer) => pointer.split('-').length));
}

/** Signs never change, so each entry's are read once. */
const signsRead = new WeakMap<Entry, string[][]>();

function readSigns(entry: Entry): string[][] {
  let signs = signsRead.get(entry);
  if (signs === undefined) {
    signs = entry.signs.map(readWords);
    signsRead.set(entry, signs);
  }
  return signs;
}
