/**
 * In charge of when and to whom something happened, where that makes it less pressing: long ago, to
 * somebody else's animal, or asked about cats in general. In doubt it is here and now.
 */
import type { Span } from './find-parts.ts';
import type { Measure } from './measures.ts';
import type { ReadText, Word } from './read-text.ts';

/** How much less pressing: `general` lowers by one category, `elsewhere` leaves only the topic. */
export type Circumstance = 'here-and-now' | 'general' | 'elsewhere';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const LONG_AGO_MINUTES = 14 * 24 * 60;
const THIRD_PARTIES = setOf(
  `dog dogs puppy pup doggy husband wife son daughter boyfriend girlfriend partner father dad brother sister grandmother grandma grandpa neighbor neighbour toddler child rabbit hamster bird horse friend uncle aunt human humans person people`,
);
const CAT_WORDS = setOf(
  'he she it him her hers his they them their cat cats kitty kitten kittens kitties tomcat tabby queen feline',
);
const OF_ONES_OWN = setOf('he she him her hers his my our mine ours i we they them');
const GENERAL_SUBJECTS = setOf('cats kittens felines');
const GENERAL_TOPICS = setOf(
  'signs sign symptoms symptom toxic poisonous dangerous harmful safe common',
);
const QUESTION_WORDS = setOf('what which how why are is can could do does should when');
const PAST_PHRASES = [
  'last year',
  'last month',
  'last summer',
  'last winter',
  'last spring',
  'last autumn',
  'last fall',
  'used to',
  'history of',
  'in the past',
  'as a kitten',
  'was a kitten',
  'was younger',
  'was little',
  'years back',
  'months back',
];
const STILL_WORDS = setOf(
  `again today tonight still currently keeps another since started starts began stopped yesterday
   morning suddenly just`,
);
const WELL_WORDS = setOf('fine ok okay good better healthy well great normal alright recovered');

/** Reads the circumstances of each sentence and answers for a match that covers the given spans. */
export function readCircumstances(text: ReadText, measures: readonly Measure[]) {
  const sentences = new Map<number, Word[]>();
  for (const word of text.words) {
    const sentence = sentences.get(word.sentence);
    if (sentence) sentence.push(word);
    else sentences.set(word.sentence, [word]);
  }
  const speaksOfOwnCat = new Set(
    text.words.filter((word) => OF_ONES_OWN.has(word.text)).map((word) => word.message),
  );
  const longAgo = new Set(
    measures
      .filter((measure) => measure.ago && (measure.minutes ?? 0) >= LONG_AGO_MINUTES)
      .map((measure) => text.words[measure.start]?.sentence),
  );
  const known = new Map<number, { past: boolean; other: Word[]; general: boolean }>();

  function readSentence(number: number) {
    const words = sentences.get(number) ?? [];
    const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word.text));
    const said = ` ${words.map((word) => word.text).join(' ')} `;
    const past = longAgo.has(number) || PAST_PHRASES.some((phrase) => said.includes(` ${phrase} `));
    const asks = text.questions.has(number) || QUESTION_WORDS.has(words[0]?.text ?? '');
    const own = speaksOfOwnCat.has(words[0]?.message ?? -1);
    return {
      past: past && !has(STILL_WORDS) && !isHappeningNow(words),
      other: has(CAT_WORDS) ? [] : words.filter((word) => isThirdParty(word, text)),
      general: asks && !own && (has(GENERAL_SUBJECTS) || has(GENERAL_TOPICS)),
    };
  }

  return (spans: readonly Span[]): Circumstance => {
    const number = text.words[spans[0]?.start ?? 0]?.sentence ?? 0;
    let sentence = known.get(number);
    if (!sentence) known.set(number, (sentence = readSentence(number)));
    const says = (test: (word: Word) => boolean) =>
      spans.some(({ start, end }) => text.words.slice(start, end + 1).some(test));
    if (sentence.past && !says((word) => word.text === 'not')) return 'elsewhere';
    const { other } = sentence;
    if (other.length > 0 && !says((word) => other.includes(word))) return 'elsewhere';
    return sentence.general ? 'general' : 'here-and-now';
  };
}

/** "Panting like a dog" is not about a dog. */
function isThirdParty(word: Word, { words }: ReadText): boolean {
  if (!THIRD_PARTIES.has(word.text)) return false;
  return words[word.index - 1]?.text !== 'like' && words[word.index - 2]?.text !== 'like';
}

/** "Now" means now, but for "fine now" and the like. */
function isHappeningNow(words: readonly Word[]): boolean {
  return words.some(
    (word, index) => word.text === 'now' && !WELL_WORDS.has(words[index - 1]?.text ?? ''),
  );
}
