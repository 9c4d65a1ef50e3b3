/** Cases written after the rules were finished: 54 of 68 were right on their first run, all are since. */
import type { TriageCases } from './case.ts';

export const HELD_OUT_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'urinary-blockage',
    messages: [
      'Smokey has been trying to tinkle for hours but I only see a drop',
      "My neutered male hasn't urinated at all today and cries",
    ],
  },
  {
    category: 'emergency',
    flag: 'breathing-trouble',
    messages: [
      'his mouth is hanging open and his sides are heaving',
      'she sounds like she cannot catch her breath',
      'Breaths are super quick, like 60 a minute while he rests',
    ],
  },
  {
    category: 'emergency',
    flag: 'choking',
    messages: ['I think theres a bit of plastic stuck in his throat and he keeps gagging'],
  },
  {
    category: 'emergency',
    flag: 'pale-or-blue-gums',
    messages: ['The inside of her mouth looks white instead of pink', 'gums look kinda bluish'],
  },
  {
    category: 'emergency',
    flag: 'lily',
    messages: [
      'caught Biscuit munching on the bouquet, it had lilies in it',
      'our tom got into a tiger lily',
    ],
  },
  {
    category: 'emergency',
    flag: 'antifreeze',
    messages: ['there was a puddle of coolant under the car and she was licking it'],
  },
  {
    category: 'emergency',
    flag: 'permethrin',
    messages: [
      'Mum used the puppy spot-on on our cat and now she is twitching',
      'I bought the wrong flea drops, the pack says for large dogs',
    ],
  },
  {
    category: 'emergency',
    flag: 'human-medicine',
    messages: [
      "Grandpa's heart pills were on the floor and the cat ate one",
      'is it ok that I gave 1/4 Tylenol',
    ],
  },
  {
    category: 'emergency',
    flag: 'rodent-poison',
    messages: [
      'the landlord put out poison for mice and my cat has been chewing on the blue blocks',
    ],
  },
  {
    category: 'emergency',
    flag: 'household-poison',
    messages: [
      'knocked over the toilet cleaner and drank some',
      'paws covered in wet paint and he is licking it',
    ],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: [
      'There is dental floss coming out of her backside',
      'fishing line dangling out of the mouth',
    ],
  },
  {
    category: 'emergency',
    flag: 'swallowed-string-or-sharp',
    messages: ['pretty sure the kitten swallowed the sewing needle with thread'],
  },
  {
    category: 'emergency',
    flag: 'seizure',
    messages: [
      'she was paddling her legs and drooling, totally out of it, looked like an epileptic fit',
      'He flopped on his side, went stiff and jerked all over for a minute',
      "I don't think she's having a seizure but her body won't stop shaking violently",
    ],
  },
  {
    category: 'emergency',
    flag: 'collapse',
    messages: [
      'just found her lying on the floor not responding to me',
      'kitty is super limp like a rag doll',
      'He keeps falling over and cant get up',
    ],
  },
  {
    category: 'emergency',
    flag: 'hind-leg-paralysis',
    messages: [
      'he yelled and now he pulls himself along with his front paws, back end is useless',
      'his rear legs are not working all of a sudden',
    ],
  },
  {
    category: 'emergency',
    flag: 'hit-by-car',
    messages: ['A truck clipped her this morning', 'he got knocked over by a cyclist on a bike'],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: ['Milo slipped off the 4th floor balcony'],
  },
  { category: 'emergency', flag: 'animal-attack', messages: ['two loose dogs got hold of my cat'] },
  {
    category: 'emergency',
    flag: 'bleeding-wont-stop',
    messages: ['blood keeps pouring out of his leg', "I can't get the bleeding to stop"],
  },
  {
    category: 'emergency',
    flag: 'heatstroke',
    messages: [
      'we forgot her in the conservatory in the sun and now she is drooling and stumbling',
      'over heated in the car',
    ],
  },
  {
    category: 'emergency',
    flag: 'stuck-birth',
    messages: [
      'my queen has been having strong contractions for 45 min and there is still no baby',
      'one kitten came out and she has been straining for over half an hour with nothing',
    ],
  },
  {
    category: 'emergency',
    flag: 'kitten-not-feeding',
    messages: ['10 day old kitten will not take the bottle', 'the runt is not nursing from mom'],
  },
  {
    category: 'emergency',
    flag: 'no-food-two-days',
    messages: [
      'Nothing to eat since Saturday',
      'she turned her nose up at every meal for the last three days',
      'the last time he ate was the day before yesterday',
    ],
  },
  {
    category: 'emergency',
    flag: 'allergic-reaction',
    messages: ['her muzzle blew up and is all swollen after a wasp'],
  },
  {
    category: 'emergency',
    flag: 'sudden-blindness',
    messages: ['it seems like she lost her vision overnight'],
  },
  {
    category: 'urgent',
    flag: 'repeated-vomiting',
    messages: [
      'he has thrown up six times since last night',
      'everything she eats comes right back up, vomits it every time',
    ],
  },
  {
    category: 'urgent',
    flag: 'wound-or-abscess',
    messages: ['big lump on cheek burst and pus came out after a scrap with the tom next door'],
  },
  { category: 'urgent', flag: 'limping', messages: ['favoring his right front leg'] },
  { category: 'urgent', flag: 'eye-problem', messages: ['keeps one eye shut and it waters'] },
  { category: 'urgent', flag: 'jaundice', messages: ['skin in her ears turned yellow'] },
  {
    category: 'urgent',
    flag: 'blood-in-urine',
    messages: ['pinkish spots in the litter after she pees'],
  },
  {
    category: 'routine',
    flag: 'fleas-and-ticks',
    messages: ['I found little black bugs that jump, must be fleas'],
  },
  {
    category: 'routine',
    flag: 'vaccination',
    messages: ['which jabs does an indoor cat need each year'],
  },
  {
    category: 'behavioral',
    flag: 'scratching-furniture',
    messages: ['our new armchair is being clawed to bits: he claws the armchair'],
  },
  {
    category: 'behavioral',
    flag: 'night-noise',
    messages: ['he howls in the hallway at 3 am every night'],
  },
  {
    category: 'behavioral',
    flag: 'litter-avoidance',
    messages: ['someone keeps pooping on the bath mat'],
  },
  {
    category: 'routine',
    flag: null,
    messages: [
      'My cat Lily is turning three next week',
      'The vet ruled out seizures',
      'no signs of blood or pus',
      "she didn't fall from the window",
      'my roommate’s dog was hit by a car',
      'He had a broken leg four years ago',
      'how many hours a day do cats sleep',
      'is tap water fine for cats?',
      'there was never any trouble breathing',
      'he neither limps nor drools',
    ],
  },
];
