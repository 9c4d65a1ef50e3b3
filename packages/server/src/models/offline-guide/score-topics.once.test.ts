import { describe, expect, test } from 'vitest';
import { calm, flagged } from '../../testing/ask-guide.ts';
import { scoreTopics } from './score-topics.ts';
import { guideTopics } from './topics/index.ts';

function topicOf(message: string, triage = calm): string | undefined {
  return scoreTopics(guideTopics, [{ role: 'user', content: message }], triage)[0]?.entry.name;
}

describe('finding a topic', () => {
  test.each([
    ["My cat isn't eating since this morning", 'not-eating'],
    ["She won't touch dinner, no appetite at all", 'not-eating'],
    ['He drinks a lot of water lately', 'drinking-more'],
    ['Miso has lost weight over the summer', 'weight-loss'],
    ['How do I get my fat cat to lose weight?', 'overweight'],
    ['What should I feed a grown cat, wet food or kibble?', 'food'],
    ['How often do I bottle feed a two weeks old kitten?', 'kitten-feeding'],
    ['my cat keeps throwing up her breakfast', 'vomiting'],
    ['Vomited twice today', 'vomiting'],
    ['he has had diarrhea since yesterday', 'diarrhoea'],
    ['no poop for two days, seems constipated', 'constipation'],
    ['She coughs up a hairball every week', 'hairballs'],
    ['I found fleas on him', 'fleas'],
    ['How do I take out a tick?', 'ticks'],
    ['There are rice grains under his tail, worms?', 'worms'],
    ['She keeps scratching her ear and shaking her head', 'ear-mites-and-ears'],
    ['Which vaccinations does an indoor cat need?', 'vaccination'],
    ['When should I have my kitten spayed?', 'neutering'],
    ['His breath smells and his gums are red', 'teeth'],
    ['My cat is 16 years old and has arthritis', 'senior'],
    ['She pees often and there is blood in the urine', 'urinary-signs'],
    ['He poops outside the litter box', 'litter-box'],
    ['My male cat sprays the curtains', 'spraying'],
    ['How do I stop him scratching the sofa?', 'scratching-furniture'],
    ['She suddenly attacks my feet and bites me', 'aggression'],
    ['He is meowing at night and wakes me', 'night-crying'],
    ['How do I introduce a second cat?', 'introducing-cats'],
    ['She has been hiding under the bed since the fireworks', 'stress-and-hiding'],
    ['His left eye is weepy and he squints', 'eyes'],
    ['sneezing and a runny nose', 'sneezing'],
    ['My cat coughs and wheezes', 'coughing'],
    ['bald patches and itchy skin', 'skin'],
    ['He is limping on the front leg', 'limping'],
    ['There is a lump on her belly', 'wounds-and-lumps'],
    ['She is lethargic and just sleeps all day', 'tired-or-fever'],
    ['Is chocolate toxic for cats?', 'poisons'],
    ['Is a monstera plant a problem?', 'plants'],
    ['How much paracetamol can I give him?', 'medicines'],
    ['My cat is pregnant, when is the due date?', 'pregnancy-and-birth'],
    ['We travel by car, how do I use the carrier?', 'travel'],
    ['We are moving house next month', 'moving-home'],
    ['Do I have to bath and brush a long haired cat?', 'grooming'],
    ["I can't afford the vet", 'vet-costs-and-choice'],
    ['My dog is limping', 'other-animals'],
  ])('%j is about %s', (message, expected) => {
    expect(topicOf(message)).toBe(expected);
  });

  test('what is said not to be does not count', () => {
    expect(topicOf('no vomiting, but she is limping')).toBe('limping');
    expect(topicOf('he is not sneezing')).toBeUndefined();
  });

  test('short signs are not found inside longer words', () => {
    expect(topicOf('this is his third ticket, hiya')).toBeUndefined();
  });

  test('a triage rule points to a topic that the words miss', () => {
    expect(topicOf('zzz', flagged('hairballs', 'routine'))).toBe('hairballs');
  });

  test('20,000 hostile characters are read in no time', () => {
    const started = performance.now();
    topicOf('not eat '.repeat(2500));
    topicOf('a'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
