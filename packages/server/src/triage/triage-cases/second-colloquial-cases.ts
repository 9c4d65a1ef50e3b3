/** Written after the first colloquial cases were mended: 25 of 28 were right on their first run, all are since. */
import type { TriageCases } from './case.ts';

export const SECOND_COLLOQUIAL_CASES: readonly TriageCases[] = [
  {
    category: 'emergency',
    flag: 'breathing-trouble',
    messages: ['hes panting with his gob wide open and wont settle'],
  },
  {
    category: 'emergency',
    flag: 'household-poison',
    messages: ['think she got at the slug pelets in the greenhouse'],
  },
  {
    category: 'emergency',
    flag: 'collapse',
    messages: [
      'found her in the bath not moving but eyes open',
      'my cats just been shaking n dribbling for 5 mins and cant stand',
    ],
  },
  {
    category: 'emergency',
    flag: 'vomiting-or-coughing-blood',
    messages: ['he was sick and there was loads of red blood in it'],
  },
  {
    category: 'emergency',
    flag: 'urinary-blockage',
    messages: ['boys willy area is sore and he aint had a wee all day'],
  },
  {
    category: 'emergency',
    flag: 'string-hanging',
    messages: ['got a bit of fishin line hangin out his mouth'],
  },
  {
    category: 'emergency',
    flag: 'pale-or-blue-gums',
    messages: ['he ate a load of onions and now hes collapsd and his gums look white'],
  },
  {
    category: 'emergency',
    flag: 'kitten-cold-or-weak',
    messages: ['kitten is 10 days old freezing cold and not moving much'],
  },
  {
    category: 'emergency',
    flag: 'battery-or-magnet',
    messages: ['he ate a grape and a battery from the remote'],
  },
  {
    category: 'emergency',
    flag: 'crush-or-blow',
    messages: [
      'washing machine door was shut with the cat in it, she looks drunk',
      'her insides are hanging out of her bum',
      'bloke next door shot him with an air rifle',
    ],
  },
  {
    category: 'emergency',
    flag: 'lily',
    messages: ['chewed up a tulip and an easter lily, should i worry'],
  },
  {
    category: 'emergency',
    flag: 'antifreeze',
    messages: ['had antifreze leaking in the garage and hes acting drunk'],
  },
  {
    category: 'emergency',
    flag: 'fall-from-height',
    messages: ['fell out the bedroom window 2 storeys now hes breathing funny'],
  },
  {
    category: 'emergency',
    flag: 'burn-or-electric-shock',
    messages: ['he jumped on the hob and his paws are blistered'],
  },
  {
    category: 'emergency',
    flag: 'not-breathing',
    messages: ['got her head stuck in a bag and stopped breathing for a bit'],
  },
  {
    category: 'emergency',
    flag: 'severe-pain',
    messages: ['been crying in pain all nite and wont let anyone near his belly'],
  },
  {
    category: 'urgent',
    flag: 'bee-sting',
    messages: ['he got stung by a wasp on the paw and its puffed up'],
  },
  {
    category: 'urgent',
    flag: 'urinary-signs',
    messages: ['she keeps going for a wee every 5 mins and theres a bit of blood'],
  },
  {
    category: 'urgent',
    flag: 'cough-or-wheeze',
    messages: ['hes got a cough that wont shift, 2 weeks now'],
  },
  {
    category: 'urgent',
    flag: 'onion-or-garlic',
    messages: ['she ate a bit of garlic bread off my plate'],
  },
  {
    category: 'urgent',
    flag: 'lethargy-or-hiding',
    messages: ['he seems really quiet n hides away, not himself at all'],
  },
  {
    category: 'urgent',
    flag: 'severe-diarrhoea',
    messages: ['kitten has had runny poo for 3 days'],
  },
  {
    category: 'routine',
    flag: null,
    messages: ['hows best way to brush her teeth', 'shes a bit chubby how much shud i feed her'],
  },
  {
    category: 'behavioral',
    flag: 'aggression',
    messages: ['hes bullying our other cat hisses at her all day'],
  },
];
