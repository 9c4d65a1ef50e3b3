/** Routine and behavioral questions. */
import type { TriageCases } from './case.ts';

export const ROUTINE_CASES: readonly TriageCases[] = [
  {
    category: 'routine',
    flag: 'fleas-and-ticks',
    messages: [
      'my cat has fleas',
      'how do I remove a tick',
      'which flea treatment is best for cats?',
    ],
  },
  {
    category: 'routine',
    flag: 'worms',
    messages: [
      'I saw worms in her poop',
      'how often should I deworm my cat',
      'rice grains near his tail, tapeworm?',
    ],
  },
  {
    category: 'routine',
    flag: 'ear-mites',
    messages: [
      'I think he has ear mites',
      'ears are dirty and itchy',
      'he shakes his head and scratches his ears',
    ],
  },
  {
    category: 'routine',
    flag: 'skin-and-coat',
    messages: [
      'she is itchy and has dandruff',
      'bald patch on his belly',
      'shedding a lot',
      'chin acne',
    ],
  },
  {
    category: 'routine',
    flag: 'vaccination',
    messages: [
      'when is the rabies vaccine due',
      'vaccination schedule for kittens',
      'does an indoor cat need boosters?',
      'rabies shot',
    ],
  },
  {
    category: 'routine',
    flag: 'hairballs',
    messages: ['he coughed up a hairball', 'hairballs every month', 'how to prevent fur balls'],
  },
  {
    category: 'routine',
    flag: 'occasional-vomiting',
    messages: [
      'my cat vomited once',
      'threw up his breakfast this morning but is playing',
      'vomited after eating grass',
    ],
  },
  {
    category: 'routine',
    flag: 'mild-diarrhoea',
    messages: ['loose stool today', 'a bit of diarrhea after new food', 'soft poop'],
  },
  {
    category: 'routine',
    flag: 'dental',
    messages: ['his breath smells', 'how do I brush my cats teeth', 'tartar on her teeth'],
  },
  {
    category: 'routine',
    flag: 'diet-and-weight',
    messages: [
      'how much should I feed my cat',
      'he is overweight',
      'wet food or dry food?',
      'picky eater',
    ],
  },
  {
    category: 'routine',
    flag: 'thirst',
    messages: ['she is drinking a lot of water', 'peeing more than usual and always thirsty'],
  },
  {
    category: 'routine',
    flag: 'colds-and-sneezing',
    messages: ['my cat Lily sneezed', 'sneezing and runny nose', 'my cat has a cold'],
  },
  {
    category: 'routine',
    flag: 'neutering',
    messages: ['when should I spay my cat', 'is my cat in heat'],
  },
  {
    category: 'routine',
    flag: 'grooming-and-nails',
    messages: ['how do I trim his nails', 'does my cat need a bath?'],
  },
  { category: 'routine', flag: 'lumps', messages: ['small lump on her back'] },
  { category: 'routine', flag: 'pregnancy', messages: ['how long is a cat pregnant'] },
  {
    category: 'routine',
    flag: 'checkup',
    messages: ['how often should a cat have a checkup', 'is pet insurance worth it?'],
  },
  { category: 'routine', flag: 'giving-medicine', messages: ['how do I give my cat a pill'] },
  {
    category: 'behavioral',
    flag: 'spraying',
    messages: ['my tomcat sprays the wall', 'he is spraying everywhere'],
  },
  {
    category: 'behavioral',
    flag: 'scratching-furniture',
    messages: [
      'she scratches the sofa',
      'how do I stop him scratching furniture',
      'clawing the carpet',
      'my cat is destroying the couch',
    ],
  },
  {
    category: 'behavioral',
    flag: 'aggression',
    messages: [
      'my cat bites me',
      'he attacks my ankles',
      'my cats keep fighting',
      'hissing at the other cat',
      'why is my cat so aggressive',
    ],
  },
  {
    category: 'behavioral',
    flag: 'night-noise',
    messages: [
      'yowling at night',
      'my cat meows at 4am',
      'he keeps me awake with his zoomies',
      'why does she cry at night',
    ],
  },
  {
    category: 'behavioral',
    flag: 'litter-avoidance',
    messages: [
      'she pees on my bed',
      'pooping outside the litter box',
      "won't use the litter box",
      'he is peeing on the carpet',
      'cat poops next to the litter tray',
    ],
  },
  {
    category: 'behavioral',
    flag: 'new-companion',
    messages: ['how to introduce a new cat', 'bringing home a second cat'],
  },
  {
    category: 'behavioral',
    flag: 'fear-and-stress',
    messages: ['she is scared of the vacuum', 'hides when visitors come', 'separation anxiety'],
  },
  { category: 'behavioral', flag: 'over-grooming', messages: ['he licks his belly bald'] },
  {
    category: 'behavioral',
    flag: 'everyday-conduct',
    messages: [
      'how do I keep him off the counter',
      'why does my cat knead',
      'he brings dead mice home',
      'she knocks things over',
      'how to train my cat to walk on a leash',
    ],
  },
];
