/** Urgent things that happened to a cat, and general questions about what would be an emergency: one category lower. */
import type { TriageCases } from './case.ts';

export const EXPOSURE_CASES: readonly TriageCases[] = [
  {
    category: 'urgent',
    flag: 'bee-sting',
    messages: ['stung by a bee on the paw', 'he ate a wasp', 'bee sting'],
  },
  {
    category: 'urgent',
    flag: 'onion-or-garlic',
    messages: [
      'my cat ate onion',
      'licked garlic butter',
      'she ate some chives',
      'soup with onions, she ate it: onion',
    ],
  },
  {
    category: 'urgent',
    flag: 'grapes-or-raisins',
    messages: ['cat ate a grape', 'swallowed some raisins', 'ate a few grapes'],
  },
  {
    category: 'urgent',
    flag: 'swallowed-object',
    messages: [
      'swallowed a piece of plastic',
      'my cat ate a toy',
      'he swallowed a coin',
      'ate foam earplugs',
      'ate a cooked chicken bone',
    ],
  },
  {
    category: 'urgent',
    flag: 'unknown-medicine',
    messages: [
      'my cat ate a pill off the floor',
      'gave him the wrong medicine',
      'she ate the dogs medication',
    ],
  },
  { category: 'urgent', flag: 'rabies-exposure', messages: ['my cat caught a bat'] },
  { category: 'urgent', flag: 'vaccine-reaction', messages: ['lethargic after his vaccine'] },
  {
    category: 'urgent',
    flag: 'lily',
    messages: ['are lilies toxic to cats?', 'Are lilies poisonous for cats'],
  },
  {
    category: 'urgent',
    flag: 'chocolate-caffeine-alcohol',
    messages: ['is chocolate toxic to cats?'],
  },
  { category: 'urgent', flag: 'seizure', messages: ['what are the signs of a seizure in cats?'] },
  {
    category: 'urgent',
    flag: 'heatstroke',
    messages: ['what are the symptoms of heatstroke in cats?'],
  },
];
