/**
 * What the offline guide says to do about poisons and blockages until the cat is with a vet.
 * General knowledge from common first-aid advice for owners; no veterinarian has reviewed it.
 */
import type { FirstAid } from '../topic.ts';

/** First aid for what was swallowed or is stuck. */
export const blockageFirstAid: FirstAid[] = [
  {
    name: 'urinary-blockage',
    rules: ['strain', 'urin', 'urethra', 'blockage', 'blocked', 'pee', 'pass-nothing'],
    signs: [
      "can't pee",
      'cannot pee',
      "can't urinate",
      'no urine',
      'nothing comes out',
      'straining in the litter',
      'straining to pee',
      'straining to urinate',
      'blocked',
    ],
    doNow: [
      'Go now, day or night: a blocked bladder can be fatal within a day or two, and it hurts. Tell them on the phone "a cat that can’t pass urine".',
      'Carry gently without pressing the belly. Note when you last saw urine.',
    ],
    doNot: [
      'Don’t press the belly, don’t wait for the morning, and don’t give painkillers or water by force.',
    ],
  },
  {
    name: 'poison',
    rules: [
      'drugs',
      'nicotine',
      'poison',
      'toxic',
      'antifreeze',
      'permethrin',
      'paracetamol',
      'ibuprofen',
      'chocolate',
      'onion',
      'grape',
      'xylitol',
      'bait',
      'rodent',
      'essential',
      'oil',
      'medicine',
      'medication',
      'tobacco',
      'lily',
      'lilies',
      'plant',
    ],
    signs: [
      'poison',
      'antifreeze',
      'permethrin',
      'ate a lily',
      'lily',
      'lilies',
      'rat bait',
      'paracetamol',
      'ibuprofen',
      'swallowed a pill',
      'chewed a plant',
      'overdose',
    ],
    doNow: [
      'Call a vet or an animal poison line now, even if {cat} looks well: treatment works best before signs come. Have ready what, how much, when, and {cat}’s weight; bring the pack or plant.',
      'Pollen, oil or flea drops on the coat: stop {cat} from licking, wash with lukewarm water and mild dish soap if {cat} is awake and calm, dry, keep warm.',
    ],
    doNot: [
      'Don’t make {cat} vomit, and give no milk, salt, oil or charcoal unless a vet tells you to.',
    ],
  },
  {
    name: 'string-or-object',
    rules: [
      'magnet',
      'string',
      'thread',
      'needle',
      'swallow',
      'foreign',
      'battery',
      'object',
      'chok',
      'ribbon',
    ],
    signs: [
      'string hanging',
      'swallowed a string',
      'swallowed string',
      'ate string',
      'thread hanging',
      'swallowed a needle',
      'swallowed a battery',
      'choking',
      'something stuck in throat',
      'string',
    ],
    doNow: [
      'Go now. Leave a hanging string as it is, or cut it a little way from the body so that it can’t be pulled.',
      'Choking and awake: take out only what you clearly see and can reach. If {cat} can’t breathe and goes limp: head down, five firm pats between the shoulder blades, then drive.',
    ],
    doNot: [
      'Never pull a string, at the mouth or under the tail: it can cut the bowel. Don’t make {cat} vomit, and give no food.',
    ],
  },
];
