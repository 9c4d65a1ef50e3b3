/**
 * What the offline guide says to do about rarer emergencies until the cat is with a vet.
 * General knowledge from common first-aid advice for owners; no veterinarian has reviewed it.
 */
import type { FirstAid } from '../topic.ts';

/** First aid for what happens less often. */
export const specialFirstAid: FirstAid[] = [
  {
    name: 'sudden-blindness',
    rules: ['sudden-blindness', 'blind'],
    signs: ['suddenly blind', 'gone blind', "can't see", 'bumps into everything'],
    doNow: [
      'Go today, as soon as you can: high blood pressure is a common cause, and the first hours decide about the sight.',
      'Keep {cat} in one small, dim, quiet room without stairs, and speak before you touch.',
    ],
    doNot: ['No drops and no medicine of your own, and don’t carry {cat} about to test the eyes.'],
  },
  {
    name: 'hypothermia',
    rules: ['hypothermia'],
    signs: ['freezing', 'hypothermia', 'ice cold', 'fell into cold water'],
    doNow: [
      'Dry {cat}, wrap in blankets in a warm room, with warm, not hot, bottles in cloth beside the body, and drive now.',
      'Warm the body slowly before the legs, and handle gently: a cold heart is easily upset.',
    ],
    doNot: [
      'No hair dryer, hot bath or heat straight on the skin, no rubbing, and no food or water until awake and warm.',
    ],
  },
  {
    name: 'womb-infection',
    rules: ['womb-infection', 'pyometra'],
    signs: ['pus from vagina', 'vaginal discharge', 'womb infection', 'pyometra'],
    doNow: [
      'Go now: an infected womb can burst or poison the blood within a day. Say when she was last in heat.',
      'No food from now on, as she may need an operation; a little water is fine.',
    ],
    doNot: [
      'Don’t press the belly, don’t rinse anything, and don’t wait for the discharge to stop.',
    ],
  },
  {
    name: 'snake-or-spider-bite',
    rules: ['snake', 'spider', 'scorpion'],
    signs: ['snake bite', 'bitten by a snake', 'spider bite', 'scorpion'],
    doNow: [
      'Keep {cat} as still as you can, carry, don’t let walk, and drive now; call ahead to ask for antivenom.',
      'Note the time and what the animal looked like, or take a photo from a safe distance.',
    ],
    doNot: ['Don’t cut, suck, bind or ice the bite, and don’t try to catch the animal.'],
  },
  {
    name: 'severe-pain',
    rules: ['severe-pain'],
    signs: ['screaming in pain', 'crying in pain', 'severe pain'],
    doNow: [
      'Go now. Slide {cat} on a towel into the carrier, keep it dark, and touch as little as you can.',
      'Watch on the way whether urine comes and whether the hind legs work, and tell the vet.',
    ],
    doNot: [
      'Give no painkiller: those for people can kill a cat. Don’t feel for the place that hurts.',
    ],
  },
  {
    name: 'eclampsia',
    rules: ['eclampsia'],
    signs: ['eclampsia', 'milk fever', 'nursing and twitching', 'nursing and shaking'],
    doNow: [
      'Go now: a nursing cat that trembles, staggers or cramps may lack calcium, and that is deadly without treatment.',
      'Take the kittens off her at once, bring them warm in another box, and keep her cool and quiet.',
    ],
    doNot: [
      'Don’t let the kittens drink from her again before a vet agrees, and give no calcium of your own.',
    ],
  },
];
