/** In charge of turning what a person typed into words with their sentences and clauses. */
import { splitContraction } from './contractions.ts';
import { FILLERS } from './fillers.ts';

/** One word of a text. */
export interface Word {
  /** Lower case, without accents, letters repeated three times or more cut to one ("heeelp" is "help"). */
  text: string;
  /** The same with repeated letters cut to two ("stoool" is "stool"), where that differs. */
  doubled?: string;
  /** Position among all the words of the text. */
  index: number;
  message: number;
  sentence: number;
  clause: number;
  /** Whether patterns pass over it. */
  filler: boolean;
}

/** A text, read. */
export interface ReadText {
  words: Word[];
  /** The sentences that end in a question mark. */
  questions: Set<number>;
  /** The index of the last message, the one that is being judged. */
  lastMessage: number;
}

const TOKEN = /\d+(?:\.\d+)?|\p{L}+(?:'\p{L}+)*|[.!?\n]|[,;:()\u2013\u2014]|\s-+\s/gu;
const REPEATED = /(\p{L})\1{2,}/gu;
/** No word is longer; what comes after is dropped, which keeps typo correction cheap. */
const LONGEST_WORD = 40;

/** Compatibility forms unified, quotes straight, accents and invisible characters gone, lower case. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/gu, "'")
    .toLowerCase();
}

/** Reads messages, oldest first, as one text. A sentence or clause never crosses from one to the next. */
export function readText(messages: readonly string[]): ReadText {
  const read: ReadText = { words: [], questions: new Set(), lastMessage: 0 };
  let sentence = 0;
  let clause = 0;
  messages.forEach((message, number) => {
    read.lastMessage = number;
    for (const [token] of normaliseText(message).matchAll(TOKEN)) {
      if (/^[.!?\n]$/u.test(token)) {
        if (token === '?') read.questions.add(sentenceBefore(read, sentence));
        if (read.words.at(-1)?.sentence === sentence) sentence += 1;
        clause += 1;
      } else if (/^[\p{L}\d]/u.test(token)) {
        for (const text of splitContraction(token)) addWord(read, text, number, sentence, clause);
      } else {
        clause += 1;
      }
    }
    sentence += 1;
    clause += 1;
  });
  return read;
}

/** A question mark after "!" or another "?" still belongs to the words before it. */
function sentenceBefore(read: ReadText, sentence: number): number {
  return read.words.at(-1)?.sentence ?? sentence;
}

function addWord(read: ReadText, raw: string, message: number, sentence: number, clause: number) {
  const long = raw.slice(0, LONGEST_WORD);
  const text = long.replace(REPEATED, '$1');
  const index = read.words.length;
  const word: Word = { text, index, message, sentence, clause, filler: FILLERS.has(text) };
  if (text !== long) word.doubled = long.replace(REPEATED, '$1$1');
  read.words.push(word);
}
