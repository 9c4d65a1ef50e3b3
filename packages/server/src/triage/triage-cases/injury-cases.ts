/** Injuries that are emergencies. */
import type { TriageCases } from './case.ts';

export const INJURY_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'hit-by-car',
    messages: [
      'my cat was hit by a car',
      'got run over',
      'a van hit her',
      'he was struck by a motorbike',
      'car ran over his tail',
      'hit by car, seems fine',
    ],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: [
      'she fell from the window',
      'fell off the balcony third floor',
      'he jumped out of a second story window',
      'kitten fell down the stairs',
      'my son dropped the kitten',
    ],
  },
  {
    category: 'emergency',
    flag: 'animal-attack',
    messages: [
      'my cat was attacked by a dog',
      'the dog bit her',
      "neighbour's dog grabbed him and shook him",
      'mauled by a coyote',
      'a fox got hold of my kitten',
    ],
  },
  {
    category: 'emergency',
    flag: 'crush-or-blow',
    messages: [
      'I stepped on my kitten',
      'someone kicked my cat',
      'my cat has been shot with a pellet',
      'he got crushed by the garage door',
      'cat was in the dryer',
      'hit his head hard',
    ],
  },
  {
    category: 'emergency',
    flag: 'broken-bone',
    messages: [
      'I think his leg is broken',
      'broken jaw',
      'leg is dangling',
      'you can see the bone sticking out',
      'fractured pelvis',
    ],
  },
  {
    category: 'emergency',
    flag: 'bleeding-wont-stop',
    messages: [
      "the bleeding won't stop",
      'bleeding heavily from the leg',
      'blood everywhere and still bleeding',
      'lots of blood',
      'blood coming from his nose',
      'been bleeding for 30 minutes',
    ],
  },
  {
    category: 'emergency',
    flag: 'eye-injury',
    messages: [
      'his eye popped out',
      'eyeball is hanging out',
      'scratched in the eye by another cat',
      'bleach in her eyes',
      'something is stuck in his eye',
    ],
  },
];
