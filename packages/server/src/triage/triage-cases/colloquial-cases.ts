/** What is no emergency in such English, denials among it: 13 of 15 were right on their first run. */
import type { TriageCases } from './case.ts';

export const COLLOQUIAL_CASES: readonly TriageCases[] = [
  {
    category: 'urgent',
    flag: 'repeated-vomiting',
    messages: ['thrown up 5 times since last nite, now just yellow foam'],
  },
  {
    category: 'urgent',
    flag: 'bloody-diarrhoea',
    messages: ['hes got the runs with a bit of blood in it, third day now'],
  },
  {
    category: 'urgent',
    flag: 'limping',
    messages: ['shes hobblin on her back leg n wont put it down'],
  },
  {
    category: 'urgent',
    flag: 'eye-problem',
    messages: ['one eyes all gunky n half shut since yesterday'],
  },
  {
    category: 'urgent',
    flag: 'wound-or-abscess',
    messages: ['big lump come up on his cheek and its oozing puss, smells awful'],
  },
  {
    category: 'urgent',
    flag: 'thirst-and-weight-loss',
    messages: ['drinkin loads and weeing loads and hes gone proper skinny'],
  },
  {
    category: 'urgent',
    flag: 'not-eating',
    messages: ['she hasnt touched her brekkie or tea today and just sits hunched up'],
  },
  {
    category: 'routine',
    flag: null,
    messages: [
      'wots the best dry food for a fussy eater',
      'when can i get my kittn spayed shes 4 months',
      'is it ok to give him a bit of tuna now n again',
      'hes NOT having fits or anything just wondering how often to worm him',
      'shes eating fine, weeing fine, no sick, just wants to know bout booster jabs',
      'no lilies in the house dont worry, which plants are safe tho',
    ],
  },
  {
    category: 'behavioral',
    flag: 'scratching-furniture',
    messages: ['he keeps scratchin the sofa to bits how do i stop him'],
  },
  {
    category: 'behavioral',
    flag: 'litter-avoidance',
    messages: ['she wees on my bed every time i go away for the weekend'],
  },
];
