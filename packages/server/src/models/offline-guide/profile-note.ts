/** In charge of the one sentence that a cat's profile adds to the advice on a topic. */
import type { PromptPreferences } from '../prompt-context.ts';

/** Topics where the body is meant, so that age and illness count. */
const bodily = new Set([
  'not-eating',
  'not-drinking',
  'drinking-more',
  'weight-loss',
  'vomiting',
  'diarrhoea',
  'constipation',
  'sneezing',
  'coughing',
  'tired-or-fever',
  'urinary-signs',
  'litter-box',
  'limping',
  'eyes',
  'wounds-and-lumps',
]);

/** The most important thing that the profile says about `topic`, with blanks; null if nothing. */
export function profileNote(topic: string, preferences: PromptPreferences): string | null {
  const { sex, ageMonths, conditions } = preferences;
  if (sex === 'male' && (topic === 'urinary-signs' || topic === 'litter-box')) {
    return '{Cat} is male: if no urine comes out, or only drops, go to a vet now.';
  }
  if (!bodily.has(topic)) {
    return null;
  }
  if (ageMonths !== undefined && ageMonths < 6) {
    return '{Cat} is a kitten, and kittens get worse fast: call a vet today rather than wait.';
  }
  if (conditions !== undefined && conditions.trim() !== '') {
    return 'With the health conditions that you noted for {cat}, call your vet sooner than I say here.';
  }
  return ageMonths !== undefined && ageMonths >= 120
    ? 'At {cat}’s age changes like this are more often a sign of illness: don’t wait long.'
    : null;
}
