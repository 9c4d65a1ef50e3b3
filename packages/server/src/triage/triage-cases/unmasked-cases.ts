/** Emergencies with words around them that other sentences use harmlessly: none may hide the flag. */
import type { TriageCases } from './case.ts';

export const UNMASKED_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'urinary-blockage',
    messages: [
      "he can't pee, how do I help him pee?",
      'not peeing or pooping',
      'he has not peed in the litter box since yesterday',
      'nothing comes out, no pee and no poop',
      'nothing but a few drops when he squats in the tray',
      'he peed on the rug last week and now cannot pee at all',
    ],
  },
  {
    category: 'emergency',
    flag: 'breathing-trouble',
    messages: [
      'her breath is labored',
      'she is panting and it started after eating a plant',
      'short of breath',
      'bad breath and now he is struggling to breathe',
      'bad breath for weeks; today difficulty breathing',
    ],
  },
  {
    category: 'emergency',
    flag: 'not-breathing',
    messages: ['she is not breathing on her own', 'not breathing properly'],
  },
  {
    category: 'emergency',
    flag: 'seizure',
    messages: [
      'he had a fit for five minutes',
      'a fit and then he collapsed',
      'she keeps fitting',
      'jumped off the bed and had a fit',
      'having a fit in the litter box',
      'seizure meds ran out and he is seizing',
      'no seizures before but now he is having one seizure after another',
    ],
  },
  {
    category: 'emergency',
    flag: 'collapse',
    messages: [
      "she won't wake up, please help me",
      'he is not moving from the floor',
      'not responding when I call her',
      'limping yesterday and collapsed today',
    ],
  },
  {
    category: 'emergency',
    flag: 'hind-leg-paralysis',
    messages: [
      'he lost control of his back legs',
      "can't use his back legs and is lying in the litter box",
      'no feeling in the hind legs',
    ],
  },
  {
    category: 'emergency',
    flag: 'animal-attack',
    messages: [
      'I have a dog and it bit my cat',
      'my dog just got hold of the kitten',
      'attacked by a hawk',
      "the dog isn't hurt but the cat was bitten by him",
    ],
  },
  {
    category: 'emergency',
    flag: 'broken-bone',
    messages: ['his leg is broken, he is two years old', 'broke her leg falling off the chair'],
  },
  {
    category: 'emergency',
    flag: 'household-poison',
    messages: ['licked bleach off the floor', 'ate slug pellets from the counter'],
  },
  {
    category: 'emergency',
    flag: 'lily',
    messages: [
      'I threw away the lily after she chewed it',
      'no lily in the house now but she ate a lily at mum’s',
      'my cat Lily chewed a lily leaf',
      'she never ate lilies before but ate one today',
    ],
  },
  {
    category: 'emergency',
    flag: 'chocolate-caffeine-alcohol',
    messages: ['he ate chocolate while I had my coffee', 'my chocolate point ate chocolate'],
  },
  {
    category: 'emergency',
    flag: 'human-medicine',
    messages: [
      'the vet gave us metacam and I gave a double dose',
      'ate my ibuprofen, the one prescribed for me',
    ],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: [
      'poop with string hanging out of his butt',
      'string under her tongue hanging out',
      'no blood but a thread is hanging from the anus',
    ],
  },
  {
    category: 'emergency',
    flag: 'pale-or-blue-gums',
    messages: ['gums pale, white cat, not moving', 'blue eyes as always but blue gums today'],
  },
  {
    category: 'emergency',
    flag: 'severe-pain',
    messages: [
      'screaming in pain since 3am',
      'I think he is screaming in pain',
      'yowling in agony all night',
    ],
  },
  {
    category: 'emergency',
    flag: 'no-food-two-days',
    messages: [
      "won't eat wet food or treats for three days",
      'barely eaten anything for 3 days',
      'we did not run out of food, she just has not eaten for two days',
    ],
  },
  {
    category: 'emergency',
    flag: 'kitten-not-feeding',
    messages: [
      'how can I help, my kitten stopped nursing',
      'kitten stopped nursing, three weeks old',
    ],
  },
  {
    category: 'emergency',
    flag: 'sudden-blindness',
    messages: ["she can't see where she is going", 'completely blind since yesterday'],
  },
  {
    category: 'emergency',
    flag: 'bleeding-wont-stop',
    messages: [
      "cut the quick and the bleeding won't stop",
      'blood test last week was fine, today blood is pouring from the wound',
    ],
  },
  {
    category: 'emergency',
    flag: 'prolapse',
    messages: ['blood and something hanging out of her vagina'],
  },
  {
    category: 'emergency',
    flag: 'heatstroke',
    messages: ['left in the car in the sun, panting and drooling in a hot car'],
  },
  {
    category: 'emergency',
    flag: 'hypothermia',
    messages: ['found outside in the snow, cold and stiff'],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: [
      'jumped from the roof and limps',
      'fell asleep on the balcony and fell off the balcony',
    ],
  },
  {
    category: 'emergency',
    flag: 'bloated-retching',
    messages: ["won't eat his food and his belly is swollen"],
  },
  { category: 'emergency', flag: 'allergic-reaction', messages: ['her face puffed up'] },
];
