/** In charge of the guide's answer where nothing is an emergency. */
import type { ContextMessage } from '../model.ts';
import type { PromptPreferences, PromptTriage } from '../prompt-context.ts';
import { fillIn } from './fill-in.ts';
import type { AnswerPart } from './fit-parts.ts';
import { profileNote } from './profile-note.ts';
import { scoreTopics, type Scored } from './score-topics.ts';
import type { GuideTopic } from './topic.ts';
import { conversationTopics } from './topics/conversation.ts';
import { guideTopics } from './topics/index.ts';

/** Told first, so that nobody takes it for a model. */
const origin = 'From my offline guide (fixed texts, no AI model is connected):';

/** Where nothing in the guide matches. */
const unknown: Omit<GuideTopic, 'signs'> = {
  name: 'unknown',
  about: 'this',
  advice: [
    'I found nothing in it that fits your words. It knows about eating, vomiting, stool and urine, parasites, vaccines and neutering, eyes, ears, skin, limping, poisons, kittens and old cats, and behaviour.',
    'Until we know more, watch four things: does {cat} eat, drink, pass urine and stool, and breathe calmly at rest?',
  ],
  vet: 'If one of them is not as usual for a day, or you feel that something is wrong, call your vet.',
  questions: [
    'What do you see in {cat}, and since when?',
    'Is {cat} eating, drinking and using the litter box?',
  ],
};

/** The parts of an answer to the newest message. */
export function answerTopic(
  messages: readonly ContextMessage[],
  triage: PromptTriage,
  preferences: PromptPreferences,
): AnswerPart[] {
  const fill = (text: string): string => fillIn(text, preferences);
  const wasSaid = (text: string): boolean =>
    messages.some(({ role, content }) => role === 'assistant' && content.includes(text));
  const isSpent = ({ advice }: { advice: string[] }): boolean =>
    advice.every((text) => wasSaid(fill(text)));

  const ranked = rankTopics(messages, triage);
  const [first] = ranked;
  // With nothing new to say on the first subject, the one that was mentioned beside it has its turn.
  const best = ranked.find((scored) => isNear(scored, first) && !isSpent(scored.entry)) ?? first;
  const second = ranked.find((scored) => scored !== best && isNear(scored, first));
  const topic = best?.entry ?? unknown;

  const parts: AnswerPart[] = [{ text: origin, rank: 0 }];
  for (const flag of triage.redFlags.slice(0, 2)) {
    parts.push({ text: `${flag.label}: ${flag.advice}`, rank: 1 });
  }
  const note = profileNote(topic.name, preferences);
  if (note !== null && !wasSaid(fill(note))) {
    parts.push({ text: fill(note), rank: 3 });
  }
  const newAdvice = topic.advice.map(fill).filter((advice) => !wasSaid(advice));
  const kept = preferences.tone === 'brief' ? newAdvice.slice(0, 1) : newAdvice;
  if (kept.length === 0) {
    const spent = `I have told you all that it holds about ${topic.about}, and it can’t weigh details as a vet can.`;
    parts.push({ text: spent, rank: 2 });
  }
  kept.forEach((advice, index) => parts.push({ text: advice, rank: index === 0 ? 2 : 5 + index }));
  if (second !== undefined && second.newest > 0 && !conversationTopics.includes(second.entry)) {
    parts.push({ text: `About ${second.entry.about}: ${fill(second.entry.vet)}`, rank: 9 });
  }
  parts.push({ text: fill(topic.vet), rank: 2.5 });
  const question = topic.questions
    .filter((text) => !isKnown(text, preferences))
    .map(fill)
    .find((text) => !wasSaid(text));
  if (question !== undefined) {
    parts.push({ text: question, rank: 4 });
  }
  return parts;
}

/** Small talk counts only where nothing else was said: "Hello, my cat vomits" is about vomiting. */
function rankTopics(
  messages: readonly ContextMessage[],
  triage: PromptTriage,
): Scored<GuideTopic>[] {
  const ranked = scoreTopics(guideTopics, messages, triage);
  const isSmallTalk = ({ entry }: Scored<GuideTopic>): boolean => entry.isSmallTalk === true;
  const matters = ranked.filter((scored) => !isSmallTalk(scored));
  const talk = ranked.filter((scored) => isSmallTalk(scored) && scored.newest > 0);
  return matters.some(({ newest }) => newest > 0) || talk.length === 0 ? matters : talk;
}

/** Whether an entry has at least half the points of the first. */
function isNear(scored: Scored<GuideTopic>, first: Scored<GuideTopic> | undefined): boolean {
  return first !== undefined && scored.points * 2 >= first.points;
}

/** Whether the profile has already answered a question. */
function isKnown(question: string, { ageMonths, neutered, sex }: PromptPreferences): boolean {
  return (
    (ageMonths !== undefined && /^How old is \{cat\}\?$/.test(question)) ||
    (neutered !== undefined && question.startsWith('Is {cat} neutered,')) ||
    (sex !== undefined && sex !== 'unknown' && question.startsWith('Is {cat} male or female,'))
  );
}
