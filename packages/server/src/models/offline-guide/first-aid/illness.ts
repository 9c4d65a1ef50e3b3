/**
 * What the offline guide says to do about sudden illness until the cat is with a vet.
 * General knowledge from common first-aid advice for owners; no veterinarian has reviewed it.
 */
import type { FirstAid } from '../topic.ts';

/** First aid for heat, birth, newborn kittens and what comes over a cat of a sudden. */
export const illnessFirstAid: FirstAid[] = [
  {
    name: 'heatstroke',
    rules: ['heat', 'heatstroke', 'overheat'],
    signs: ['heatstroke', 'heat stroke', 'overheated', 'hot car', 'locked in the dryer', 'too hot'],
    doNow: [
      'Into the shade now. Wet belly, paws and ears with cool, not icy, water, put {cat} in moving air, and offer small sips.',
      'Drive while cooling, with the windows open or the air conditioning on; go even if {cat} recovers.',
    ],
    doNot: ['No ice or ice water, no wet towel wrapped round the body, no water by force.'],
  },
  {
    name: 'stuck-birth',
    rules: [
      'birth',
      'labour',
      'labor',
      'dystocia',
      'pregnan',
      'prolapse',
      'uter',
      'kitten-stuck',
      'queen',
    ],
    signs: [
      'kitten stuck',
      'stuck kitten',
      'no kitten',
      'labour',
      'labor',
      'contractions',
      'giving birth',
      'prolapse',
      'something hanging out',
    ],
    doNow: [
      'Go now with the mother and all kittens, in a warm box; note when contractions began and when each kitten came.',
      'A kitten half out: hold it with a clean damp cloth and draw gently down and back only while she pushes. Tissue hanging out: keep it moist with clean water.',
    ],
    doNot: [
      'Don’t pull hard or between contractions, don’t push anything back in, and give no medicine.',
    ],
  },
  {
    name: 'fading-kitten',
    rules: ['kitten', 'nurse', 'fading', 'newborn', 'neonat'],
    signs: [
      "kitten won't eat",
      "kitten won't feed",
      "kitten won't nurse",
      'kitten is cold',
      'cold kitten',
      'kitten limp',
      'weak kitten',
      'fading kitten',
      'newborn',
    ],
    doNow: [
      'Warm slowly: skin to skin, or a wrapped warm bottle beside it in a covered box, to about {30 C}, over an hour or so. Go now, warming on the way.',
      'Once it is warm, rub a drop of sugar water on the gums.',
    ],
    doNot: [
      'Don’t feed a cold or limp kitten, don’t turn it on its back to feed, and no cow’s milk.',
    ],
  },
  {
    name: 'bloat-or-retching',
    rules: [
      'bloat',
      'retch',
      'vomit',
      'torsion',
      'abdomen',
      'belly',
      'diarrhoea',
      'diarrhea',
      'blood-in-stool',
    ],
    signs: [
      'retching nothing',
      'nothing comes up',
      'swollen belly',
      'hard belly',
      'vomiting blood',
      "can't stop vomiting",
      'keeps vomiting',
    ],
    doNow: [
      'Take the food away, leave a little water, and go now. Bring a photo or sample of what came up.',
      'Think about string, toys, plants and poisons, and tell the vet.',
    ],
    doNot: [
      'Give nothing against vomiting or diarrhoea, no food by force, and don’t press the belly.',
    ],
  },
  {
    name: 'allergic-swelling',
    rules: ['allerg', 'swelling', 'sting', 'anaphyl', 'face'],
    signs: [
      'face is swollen',
      'face swollen',
      'swollen face',
      'bee sting',
      'wasp sting',
      'stung',
      'hives',
      'allergic reaction',
    ],
    doNow: [
      'Go now if the face or neck swells, {cat} vomits, is weak, or breathes with effort; call ahead.',
      'Scrape a bee’s sting out with a card and cool the place with a damp cloth.',
    ],
    doNot: [
      'Give no allergy tablets for people unless a vet names the dose, and don’t squeeze the sting.',
    ],
  },
  {
    name: 'not-eating-danger',
    rules: ['food', 'eating', 'eat', 'jaundice', 'yellow', 'appetite', 'drinking'],
    signs: [
      "hasn't eaten",
      'not eaten',
      'two days without food',
      'yellow gums',
      'yellow eyes',
      'jaundice',
    ],
    doNow: [
      'See a vet today: two days without food can harm a cat’s liver, and yellow gums mean that it may have.',
      'Until then offer warmed wet food and water in a quiet place, and note what {cat} takes.',
    ],
    doNot: ['Don’t force food or water into the mouth, and don’t wait for hunger to solve it.'],
  },
  {
    name: 'balance',
    rules: ['tilt', 'circling', 'balance', 'vestibular', 'neuro'],
    signs: ['head tilt', 'walking in circles', 'falling over', 'circling', 'eyes flicking'],
    doNow: [
      'Keep {cat} on the floor in a small padded place, with dim light, and see a vet today; at once if {cat} can’t stand or vomits.',
      'Film the movement and the eyes.',
    ],
    doNot: ['No stairs or heights, no ear drops, and no medicine of your own.'],
  },
];
