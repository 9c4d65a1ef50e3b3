/** Emergencies in colloquial, misspelt English: 42 of 51 were right on their first run, all are since. */
import type { TriageCases } from './case.ts';

export const COLLOQUIAL_EMERGENCY_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'urinary-blockage',
    messages: [
      'omg my boy keeps going in n out the litter tray n nothins comming out, hes yowling',
      'he cant wee, hes been squating all mornin and crying at me',
      'tom cat, stopped weeing yesterday, wont let me touch his tum',
      'hes been in his tray 20 times since dinner and theres not one wet patch',
      'boy cat, willy is red n swollen n hes licking it non stop, no wee since yday',
    ],
  },
  {
    category: 'emergency',
    flag: 'breathing-trouble',
    messages: [
      'her breathin is all raspy and her mouths hanging open like a dog',
      'cant catch her breath, sides are heaving',
    ],
  },
  {
    category: 'emergency',
    flag: 'pale-or-blue-gums',
    messages: ['gums have gone white as a sheet', 'tongue gone a funny blue colour'],
  },
  {
    category: 'emergency',
    flag: 'lily',
    messages: [
      'she ate the leaves off a easter lilly plant i got for mothers day',
      'lillies on the table and theres bite marks in em, cat has orange dust on her nose',
    ],
  },
  {
    category: 'emergency',
    flag: 'antifreeze',
    messages: ['think he lapped up sum of that green radiator stuff off the garage floor'],
  },
  {
    category: 'emergency',
    flag: 'permethrin',
    messages: [
      'put the dogs flea drops on my cat by mistake n shes twitchin all over',
      'put spot on for dogs on him, hes shakin and droolin',
    ],
  },
  {
    category: 'emergency',
    flag: 'seizure',
    messages: [
      'cat is fitting right now what do i do!!!',
      'he went all stiff and was foamin at the mouth, legs going like hes running',
      'just had a funny turn, fell on her side, legs thrashin about and pooed herself',
    ],
  },
  {
    category: 'emergency',
    flag: 'collapse',
    messages: [
      'found him flat out by the back door, cant get him to respond',
      'hes gone all cold n limp n barely breathin',
      'collapsed in the heat, tounge out, burnin up',
    ],
  },
  {
    category: 'emergency',
    flag: 'hind-leg-paralysis',
    messages: [
      'back end has just gone, hes pulling himself along with his front paws and howling',
      'cant move his back legs all of a sudden and they feel freezin cold',
    ],
  },
  {
    category: 'emergency',
    flag: 'hit-by-car',
    messages: ['got clipped by a car outside ours, walking but seems dazed'],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: ['theres a bit of cotton thred dangling outta her bottom'],
  },
  {
    category: 'emergency',
    flag: 'stuck-birth',
    messages: [
      'shes been pushin since 2 hrs and the kitten is stuck half way out',
      'her waters broke hours ago and nothing has happend, just green goo coming out',
    ],
  },
  {
    category: 'emergency',
    flag: 'kitten-not-feeding',
    messages: [
      'our 3 week old kitten wont latch and feels cold',
      'newborn kittens, one is limp and wont suckle off mum',
    ],
  },
  {
    category: 'emergency',
    flag: 'no-food-two-days',
    messages: [
      'not ate owt since sunday and its wednesday now',
      'aint touched his food in 3 days, bin hiding under the bed',
    ],
  },
  {
    category: 'emergency',
    flag: 'heatstroke',
    messages: ['left him in the conservatory n its boilin, hes panting and dribbling and wobbly'],
  },
  {
    category: 'emergency',
    flag: 'swallowed-string-or-sharp',
    messages: [
      'he swallowed a sewing needle i saw him do it',
      'she swallowd about a foot of wool, i can see the end under her tounge',
      'fishing hook thru his lip',
    ],
  },
  {
    category: 'emergency',
    flag: 'human-medicine',
    messages: [
      'she had one of my paracetomols off the side',
      'my nan gave the cat half a ibuprofin for his limp',
      'kids dropped a pack of nurofen and i think the cat got one',
    ],
  },
  {
    category: 'emergency',
    flag: 'bleeding-wont-stop',
    messages: ['blood pouring out of his paw wont stop even with a towel on it'],
  },
  {
    category: 'emergency',
    flag: 'bloated-retching',
    messages: ['belly is rock hard and swelled up like a balloon and he keeps retching'],
  },
  {
    category: 'emergency',
    flag: 'eye-injury',
    messages: ['her eye has popped out after the dog had her'],
  },
  {
    category: 'emergency',
    flag: 'burn-or-electric-shock',
    messages: ['he chewed thru the phone charger cable and his mouth is burnt'],
  },
  {
    category: 'emergency',
    flag: 'rodent-poison',
    messages: ['think shes eaten rat poision from next doors shed'],
  },
  {
    category: 'emergency',
    flag: 'snake-or-spider-bite',
    messages: ['bitten by a adder in the garden i think, his leg has blown up huge'],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: ['fell off the 3rd floor balcany, nose is bleeding'],
  },
  {
    category: 'emergency',
    flag: 'broken-bone',
    messages: ['hit by a moped, back leg is at a funny angle and bone showing'],
  },
  {
    category: 'emergency',
    flag: 'vomiting-or-coughing-blood',
    messages: ['sick blood all over the carpet'],
  },
  {
    category: 'emergency',
    flag: 'household-poison',
    messages: ['hes drunk bleach out the mop bucket'],
  },
  {
    category: 'emergency',
    flag: 'crush-or-blow',
    messages: ['shut in the tumble drier by accident, it was on for a minute'],
  },
  {
    category: 'emergency',
    flag: 'sudden-blindness',
    messages: ['eyes cloudy n bulging all of a sudden and he keeps bumpin into stuff'],
  },
  {
    category: 'emergency',
    flag: 'animal-attack',
    messages: ['attacked by a dog, theres holes in her side and she wont get up'],
  },
  {
    category: 'emergency',
    flag: 'diabetic-crisis',
    messages: ['diabetic cat had double his insulin by accident and hes wobbling'],
  },
];
