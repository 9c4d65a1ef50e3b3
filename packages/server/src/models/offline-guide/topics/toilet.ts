/**
 * What the offline guide knows about the litter box and the bladder. General knowledge from common
 * veterinary advice for owners; no veterinarian has reviewed it.
 */
import type { GuideTopic } from '../topic.ts';

/** Topics on the litter box and the bladder. */
export const toiletTopics: GuideTopic[] = [
  {
    name: 'urinary-signs',
    about: 'trouble with passing urine',
    signs: [
      'straining to pee',
      'straining to urinate',
      'peeing',
      'peed',
      'pees',
      'pee',
      'urinat',
      'urine',
      'uti',
      'bladder',
      'cystitis',
      'blood in urine',
      'bloody urine',
      'frequent urination',
      'pees often',
      'peeing often',
      'crystals',
      'licking genitals',
      'licking his private',
      'licking her private',
    ],
    rules: ['urin', 'pee', 'bladder', 'cystitis', 'blood-in-urine'],
    advice: [
      'The first question is whether urine really comes out. A cat that goes again and again and passes nothing or drops, a male above all, is an emergency: the bladder can burst and the heart can stop within a day or two.',
      'If urine does come: small amounts often, blood, or crying point to a bladder that hurts. Stress, crystals and, in older cats, infection are common causes.',
      'More water helps most: wet food, several bowls. Add a litter box, keep it calm, and bring a urine sample. No cranberry, no leftover antibiotics.',
    ],
    vet: 'Nothing or only drops: go now, day or night. Urine with blood or pain: today.',
    questions: [
      'Is {cat} male or female, and have you seen real clumps of urine in the last 12 hours?',
      'Is there blood, or does {cat} cry in the box?',
      'Is {cat} eating, and has {cat} vomited?',
    ],
  },
  {
    name: 'litter-box',
    about: 'a cat that does not use the litter box',
    signs: [
      'litter box',
      'litterbox',
      'litter tray',
      'litter',
      'outside the box',
      'outside the tray',
      'peeing on',
      'pees on',
      'pooping on',
      'poops on',
      'peed on',
      'pooped on',
      'house soiling',
      'inappropriate urination',
      'peeing everywhere',
    ],
    rules: ['litter', 'soiling', 'house-soiling'],
    advice: [
      'Rule out illness first: a sore bladder, diarrhoea, constipation or stiff joints make cats avoid the box. It is never spite.',
      'Boxes: one for each cat and one more, in quiet places on every floor, large, without a lid, with {5 cm} of fine unscented litter, scooped daily and washed weekly with plain soap.',
      'Clean accidents with an enzyme cleaner, not with ammonia. Never punish or rub the nose in it: fear makes it worse.',
    ],
    vet: 'Go now if {cat} strains and passes nothing. See a vet this week if the change is new, there is blood, or {cat} drinks more.',
    questions: [
      'Is it urine, stool or both, and is {cat} straining?',
      'How many boxes and cats are there, and what changed lately?',
    ],
  },
  {
    name: 'spraying',
    about: 'spraying',
    signs: ['spray', 'sprays', 'sprays', 'marking', 'territory marking', 'urine marking'],
    rules: ['spray', 'marking'],
    advice: [
      'Spraying is small amounts on upright places, standing, with a quivering tail: a message, mostly about other cats or stress. Large puddles on flat places are a litter box matter.',
      'Neutering stops it in most males. Then find the trigger: a cat outside the window, a new pet, moved furniture. Block the view, give each cat its own food, box and resting place.',
      'Wash with an enzyme cleaner. A pheromone diffuser helps some cats. Never punish.',
    ],
    vet: 'Have urine checked first: a sore bladder looks the same. Go now if {cat} strains and passes nothing.',
    questions: [
      'Is {cat} neutered, and are there other cats around?',
      'Is it on upright places or in puddles?',
    ],
  },
];
