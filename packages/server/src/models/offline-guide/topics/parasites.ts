/**
 * What the offline guide knows about parasites. General knowledge from common
 * veterinary advice for owners; no veterinarian has reviewed it.
 */
import type { GuideTopic } from '../topic.ts';

/** Topics on parasites. */
export const parasiteTopics: GuideTopic[] = [
  {
    name: 'fleas',
    about: 'fleas',
    signs: ['flea', 'black specks', 'flea dirt'],
    rules: ['parasite', 'flea'],
    advice: [
      'Comb {cat} with a flea comb over damp white paper: black specks that turn red are flea dirt.',
      'Treat every cat and dog at home with a product for their own kind and weight, from the vet. Never put a dog’s product on a cat: permethrin kills cats.',
      'Most fleas live in the home: wash bedding at {60 C}, vacuum daily for some weeks, and keep treating for three months. Fleas carry tapeworms, so ask about worming.',
    ],
    vet: 'See a vet with pale gums or weakness (kittens above all), sore skin, or if {cat} is under eight weeks or pregnant.',
    questions: [
      'How old and how heavy is {cat}, and which product did you use last?',
      'Are there other pets at home?',
    ],
  },
  {
    name: 'ticks',
    about: 'ticks',
    signs: ['tick', 'ticks'],
    rules: ['tick'],
    advice: [
      'Take it out soon: grip it close to the skin with a tick hook or fine tweezers, turn or pull slowly and straight. No oil, no flame, no squeezing.',
      'A small lump for a few days is normal. Clean the place with mild soap and water and write down the date.',
      'For prevention ask a vet for a product made for cats. Products for dogs with permethrin kill cats.',
    ],
    vet: 'See a vet if the place swells or oozes, or {cat} gets a fever, limps, is tired or eats less in the following weeks.',
    questions: ['Is the tick still on, and where?', 'Is {cat} well otherwise?'],
  },
  {
    name: 'worms',
    about: 'worms',
    signs: ['worm', 'tapeworm', 'roundworm', 'deworm', 'rice grains', 'scooting', 'spaghetti'],
    rules: ['worm'],
    advice: [
      'Grains like rice under the tail are tapeworms; spaghetti-like ones in stool or vomit are roundworms.',
      'Use a wormer for cats by weight, from a vet: not every product works on every worm. Grown cats that hunt are often wormed every one to three months, indoor cats less often; kittens every two weeks to begin with.',
      'Treat fleas too, as they pass tapeworms on. Wash hands and empty the litter box daily: some worms can infect people.',
    ],
    vet: 'See a vet if a kitten has a fat belly or is weak, if there is vomiting, diarrhoea or weight loss, or before worming a pregnant cat.',
    questions: [
      'What did you see, and where?',
      'Does {cat} go outdoors or hunt, and when was the last worming?',
    ],
  },
  {
    name: 'ear-mites-and-ears',
    about: 'itchy or sore ears',
    signs: [
      'ear mite',
      'ears',
      'itchy ear',
      'scratching ear',
      'scratches ear',
      'ear infection',
      'shaking head',
      'shakes head',
      'head shaking',
      'ear wax',
      'dirty ear',
      'smelly ear',
      'brown wax',
      'ear',
    ],
    rules: ['balance', 'ear-mite', 'ear'],
    advice: [
      'Dark crumbs like coffee grounds and much scratching often mean mites, in kittens above all; redness, smell or moist discharge mean inflammation. Only a look inside the ear tells.',
      'Don’t put in oil, alcohol, or drops left from another animal, and no cotton buds: if the eardrum is damaged they do harm.',
      'Mites spread to other pets, so all are treated at the same time.',
    ],
    vet: 'Book a visit this week. Go today if {cat} tilts the head, falls over, is in pain, or the ear flap is swollen like a cushion.',
    questions: [
      'What does the inside of the ear look like, and does it smell?',
      'Is {cat} tilting the head or unsteady?',
    ],
  },
];
