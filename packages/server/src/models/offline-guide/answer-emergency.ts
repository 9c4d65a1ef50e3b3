/** In charge of the guide's answer to an emergency: what to do on the way to a vet. */
import type { ContextMessage } from '../model.ts';
import type { PromptPreferences, PromptTriage } from '../prompt-context.ts';
import { fillIn } from './fill-in.ts';
import { firstAidEntries, transport } from './first-aid/index.ts';
import type { AnswerPart } from './fit-parts.ts';
import { scoreTopics } from './score-topics.ts';
import type { FirstAid } from './topic.ts';

const opening = 'On the way to the vet (from my offline guide, no AI model is connected):';

/** The parts of an answer; asks nothing, as nothing may cost time now. */
export function answerEmergency(
  messages: readonly ContextMessage[],
  triage: PromptTriage,
  preferences: PromptPreferences,
): AnswerPart[] {
  const fill = (texts: readonly string[]): string => fillIn(texts.join(' '), preferences);
  const parts: AnswerPart[] = [{ text: opening, rank: 0 }];
  const aid = chooseFirstAid(messages, triage);
  if (aid !== undefined) {
    const [first, ...more] = aid.doNow;
    parts.push({ text: fill([first ?? '']), rank: 1 });
    parts.push({ text: fill(more), rank: 3 });
    parts.push({ text: fill(aid.doNot), rank: 2 });
  } else {
    const [flag] = triage.redFlags;
    if (flag !== undefined) {
      parts.push({ text: `${flag.label}: ${flag.advice}`, rank: 1 });
    }
    parts.push({ text: fill(transport.doNot), rank: 2 });
  }
  transport.doNow.forEach((text, index) => {
    parts.push({ text: fill([text]), rank: 4 + index });
  });
  return parts;
}

/** By the most severe flag; what the person wrote decides between entries that fit it. */
function chooseFirstAid(
  messages: readonly ContextMessage[],
  triage: PromptTriage,
): FirstAid | undefined {
  const emergencies = triage.redFlags.filter(({ category }) => category === 'emergency');
  const flags = (emergencies.length > 0 ? emergencies : triage.redFlags).slice(0, 1);
  const focus: PromptTriage = { category: 'emergency', redFlags: flags, topics: [] };
  return scoreTopics(firstAidEntries, messages, focus)[0]?.entry;
}
