/** In charge of the judgement: from what a person wrote to a category and the red flags, before any model is asked. */
import type { CompiledRules } from './compile-rules.ts';
import { matchRules, type Facts, type RuleMatch } from './match-rules.ts';
import { readText, type ReadText } from './read-text.ts';
import type { RedFlag, Triage, TriageCategory, TriageContext } from './rule.ts';

const EARLIER_MESSAGES = 3;
/** Of a long earlier message the end counts; the message that is judged is read whole. */
const EARLIER_CHARACTERS = 2000;
/** An answer of no more words that says nothing of its own ("yes, twice") is judged with what it answers. */
const SHORT_ANSWER_WORDS = 12;
const KITTEN_MONTHS = 6;

const MALE_WORDS = new Set('he him his male tom tomcat boy neutered castrated'.split(' '));
const KITTEN_WORDS = new Set('kitten kittens newborn newborns neonate neonates'.split(' '));

/**
 * Judges a message. Deterministic and without side effects; linear in the length of the message.
 *
 * - The most severe rule that matched decides. A bodily topic goes before a behavioural one, since
 *   changed behaviour often has a bodily cause. Nothing matched: routine.
 * - What is denied, long past or about somebody else's animal raises nothing; a general question
 *   ("are lilies toxic to cats?") raises one category less, because people often ask in general after
 *   it happened. In doubt it is raised.
 * - Parts of a rule may stand in the last three earlier messages, and a short answer that matches
 *   nothing by itself keeps the category of what it answers.
 */
export function triage(message: string, rules: CompiledRules, context: TriageContext = {}): Triage {
  const earlier = (context.earlierUserMessages ?? [])
    .slice(-EARLIER_MESSAGES)
    .map((text) => text.slice(-EARLIER_CHARACTERS));
  const text = readText([...earlier, message]);
  const matches = matchRules(text, rules, readFacts(text, context));
  const own = matches.filter((match) => match.inLastMessage);
  const isShortAnswer =
    own.length === 0 &&
    text.words.filter((word) => word.message === text.lastMessage).length <= SHORT_ANSWER_WORDS;
  return summarise(isShortAnswer ? matches : own);
}

function readFacts(text: ReadText, { profile }: TriageContext): Facts {
  const says = (words: ReadonlySet<string>) => text.words.some((word) => words.has(word.text));
  const sexIsKnown = profile?.sex === 'male' || profile?.sex === 'female';
  const isYoung = profile?.ageMonths !== undefined && profile.ageMonths < KITTEN_MONTHS;
  return {
    male: sexIsKnown ? profile.sex === 'male' : says(MALE_WORDS),
    kitten: isYoung || says(KITTEN_WORDS),
  };
}

function summarise(matches: readonly RuleMatch[]): Triage {
  const categories = new Set<TriageCategory>();
  const flags: RedFlag[] = [];
  for (const { matched, circumstance } of matches) {
    const { name, label, advice, category } = matched.rule;
    const felt = lower(category, circumstance);
    if (felt === undefined) continue;
    categories.add(felt);
    if (felt === 'emergency' || felt === 'urgent')
      flags.push({ name, label, advice, category: felt });
  }
  const order: TriageCategory[] = ['emergency', 'urgent', 'routine', 'behavioral'];
  const severity = (flag: RedFlag) => order.indexOf(flag.category);
  return {
    category: order.find((category) => categories.has(category)) ?? 'routine',
    redFlags: flags.sort((left, right) => severity(left) - severity(right)),
    topics: matches.map(({ matched }) => matched.rule.name),
  };
}

/** The category under the circumstances; undefined when only the topic is left. */
function lower(
  category: TriageCategory,
  circumstance: RuleMatch['circumstance'],
): TriageCategory | undefined {
  if (category === 'routine' || category === 'behavioral') return category;
  if (circumstance === 'here-and-now') return category;
  if (circumstance === 'elsewhere') return undefined;
  return category === 'emergency' ? 'urgent' : 'routine';
}
