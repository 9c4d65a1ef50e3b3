/** Poisons and swallowed things that are emergencies. */
import type { TriageCases } from './case.ts';

export const POISON_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'lily',
    messages: [
      'my cat ate a lily',
      'she chewed on a lily leaf',
      'he has lily pollen on his fur',
      'cat drank water from a vase of lilies',
      'Ate part of a lilly flower',
      'my kitten licked some lillies',
      'nibbled an easter lily an hour ago',
      'I have lilies at home and she was near them',
      'she ate a stargazer',
      'Lily ate a lily',
      'found bite marks on my lily',
    ],
  },
  {
    category: 'emergency',
    flag: 'antifreeze',
    messages: [
      'cat licked antifreeze',
      'I think he drank anti-freeze in the garage',
      'antifreze spill and paw prints in it',
      'she got into the coolant',
      'drank ethylene glycol',
    ],
  },
  {
    category: 'emergency',
    flag: 'permethrin',
    messages: [
      'I put dog flea treatment on my cat',
      'permethrin on my cat',
      'accidentally used permethryn spot on',
      "used the dog's flea drops on her",
      'my husband put the flea treatment meant for dogs on the cat',
      'gave the cat K9 Advantix',
    ],
  },
  {
    category: 'emergency',
    flag: 'human-medicine',
    messages: [
      'I gave my cat paracetamol',
      'he ate an ibuprofen tablet',
      'gave her half a tylenol for pain',
      'cat swallowed my antidepressant',
      'gave him aspirin yesterday',
      'she ate my Adderall',
      'can I give my cat acetaminophen, he is limping',
      'I gave her a double dose of metacam',
    ],
  },
  {
    category: 'emergency',
    flag: 'chocolate-caffeine-alcohol',
    messages: [
      'my cat ate chocolate',
      'she licked a bar of dark chocolate',
      'cat drank some beer',
      'ate sugar free gum with xylitol in it',
      'got into the coffee grounds',
    ],
  },
  {
    category: 'emergency',
    flag: 'rodent-poison',
    messages: [
      'ate rat poison',
      'I think my cat got into mouse bait',
      'he caught a mouse that ate rat poison',
      'rodenticide',
      'swallowed some rat bait pellets',
    ],
  },
  {
    category: 'emergency',
    flag: 'toxic-plant',
    messages: [
      'she chewed an azalea',
      'cat ate sago palm',
      'ate tulip bulbs',
      'my cat ate some leaves of oleander',
      'he nibbled on my dieffenbachia and his mouth burns',
    ],
  },
  {
    category: 'emergency',
    flag: 'household-poison',
    messages: [
      'my cat drank bleach',
      'licked up drain cleaner',
      'he walked through paint thinner and licked his paws',
      'ate slug pellets',
      'I think my cat has been poisoned',
      'she swallowed a laundry pod',
      'got weed killer on his fur',
    ],
  },
  {
    category: 'emergency',
    flag: 'essential-oils',
    messages: [
      'tea tree oil on his skin',
      'I used essential oils on my cat for fleas',
      'cat licked eucalyptus oil',
    ],
  },
  {
    category: 'emergency',
    flag: 'drugs-nicotine',
    messages: [
      'my cat ate an edible',
      'he chewed a cigarette',
      'cat got into my weed',
      'licked vape juice',
    ],
  },
  {
    category: 'emergency',
    flag: 'battery-or-magnet',
    messages: ['swallowed a button battery', 'my kitten chewed a battery', 'ate two magnets'],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: [
      'there is a string hanging from her mouth',
      "thread hanging out of my cat's bum",
      'piece of ribbon sticking out of his butt',
      'a bit of tinsel is coming out of his bottom',
      'something hanging out of her mouth',
      'yarn wrapped around his tongue',
    ],
  },
  {
    category: 'emergency',
    flag: 'swallowed-string-or-sharp',
    messages: [
      'my cat swallowed a needle',
      'she ate a piece of string',
      'he swallowed a hair tie',
      'ate some dental floss',
      'my kitten ate a rubber band',
      'swallowed sewing thread and needle',
      'he ate a long ribbon',
    ],
  },
];
