/** Cases written after the first held-out set was mended: 43 of 47 were right on their first run, all are since. */
import type { TriageCases } from './case.ts';

export const SECOND_HELD_OUT_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'urinary-blockage',
    messages: [
      'Tiger sits in the tray for ages and not a drop comes',
      'our boy has not passed any urine since last night',
      'tries to wee, nowt comes out, bladder like a golf ball',
    ],
  },
  {
    category: 'emergency',
    flag: 'breathing-trouble',
    messages: [
      'sucking in air with her tongue out, chest going up and down fast, cant breathe',
      'hes wheezing and gasping badly',
      'her breathing looks really labored and shes puffing',
    ],
  },
  {
    category: 'emergency',
    flag: 'lily',
    messages: [
      'I brought home flowers and just realised there are lilies, she has been sniffing them',
      'pollen from a lily all over her nose',
    ],
  },
  {
    category: 'emergency',
    flag: 'human-medicine',
    messages: [
      'my toddler fed the cat an Advil',
      'he licked voltaren gel off my hand',
      'she got one of my antidepressants',
    ],
  },
  {
    category: 'emergency',
    flag: 'chocolate-caffeine-alcohol',
    messages: ['he stole a chocolate brownie and ate half'],
  },
  {
    category: 'emergency',
    flag: 'essential-oils',
    messages: ['we have had a eucalyptus oil diffuser running and he is drooling'],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: [
      'theres a hair tie poking out of his bum',
      'she has some thread stuck around the base of her tongue',
    ],
  },
  {
    category: 'emergency',
    flag: 'seizure',
    messages: [
      'hes convulsing on the floor right now',
      'my cat just had what looked like a fit',
      'shaking violently and peed himself',
      'is this a seizure? his legs are paddling',
    ],
  },
  {
    category: 'emergency',
    flag: 'collapse',
    messages: [
      'she just dropped to the floor and wont get up',
      'cannot wake her, she is out cold',
      'went floppy in my arms',
    ],
  },
  {
    category: 'emergency',
    flag: 'hind-leg-paralysis',
    messages: ['both his back legs are paralysed', 'cat is dragging one hind leg and screaming'],
  },
  {
    category: 'emergency',
    flag: 'hit-by-car',
    messages: [
      'I accidentally ran over my cat with the car',
      'think shes been hit by a vehicle, shes limping',
    ],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: ['he went out the window and fell two floors'],
  },
  {
    category: 'emergency',
    flag: 'animal-attack',
    messages: ['she got bitten by next doors rottweiler'],
  },
  {
    category: 'emergency',
    flag: 'eye-injury',
    messages: ['a branch poked him in the eye and it is bleeding'],
  },
  {
    category: 'emergency',
    flag: 'burn-or-electric-shock',
    messages: ['kettle tipped and scalded her back'],
  },
  {
    category: 'emergency',
    flag: 'stuck-birth',
    messages: ["she's been in labor since 5 and pushing hard for an hour, nothing yet"],
  },
  {
    category: 'emergency',
    flag: 'kitten-not-feeding',
    messages: ['rescued newborns, one of the kittens will not suckle'],
  },
  {
    category: 'emergency',
    flag: 'no-food-two-days',
    messages: [
      "my girl hasn't had a bite for two whole days",
      'she is refusing everything, 3 days without eating',
      "won't touch any food, going on three days",
    ],
  },
  {
    category: 'emergency',
    flag: 'diabetic-crisis',
    messages: ['my diabetic boy is staggering around after his insulin shot'],
  },
  {
    category: 'emergency',
    flag: 'vomiting-or-coughing-blood',
    messages: ['the puke has blood in it'],
  },
  {
    category: 'urgent',
    flag: 'lethargy-or-hiding',
    messages: ['hes been really lethargic and hides in the wardrobe'],
  },
  {
    category: 'urgent',
    flag: 'balance-loss',
    messages: ['leaning to one side and her head is tilted'],
  },
  {
    category: 'urgent',
    flag: 'not-eating',
    messages: ["didn't want her breakfast or dinner, not eating"],
  },
  {
    category: 'behavioral',
    flag: 'aggression',
    messages: ['why does he bite my hand when I pet him'],
  },
  { category: 'behavioral', flag: 'spraying', messages: ['the cat sprayed my curtains'] },
  {
    category: 'routine',
    flag: null,
    messages: [
      'no trouble peeing, no vomiting',
      'she has not been near any lilies',
      'our vet gave him a clean bill of health',
      'Can cats see colours?',
      'my sister’s dog collapsed last week',
    ],
  },
];
