/**
 * What the offline guide knows about the conversation itself. General knowledge from common
 * veterinary advice for owners; no veterinarian has reviewed it.
 */
import type { GuideTopic } from '../topic.ts';

/** Topics on the conversation itself. */
export const conversationTopics: GuideTopic[] = [
  {
    name: 'greeting',
    isSmallTalk: true,
    about: 'how this works',
    signs: [
      'hello',
      'hi',
      'hey',
      'good morning',
      'good evening',
      'who are you',
      'what can you do',
      'are you a vet',
      'are you a doctor',
      'are you real',
      'are you ai',
    ],
    advice: [
      'Hello, I’m Mu. I can tell you what is known about common cat troubles, what to watch for, and how soon a vet should see {cat}.',
      'Describe it in your own words: what you see, since when, and how old {cat} is. I’m not a vet, and I don’t diagnose or name doses.',
    ],
    vet: 'If {cat} breathes with an open mouth, collapses, has a seizure, strains without passing urine, or may have eaten a poison, don’t write: call a vet now.',
    questions: ['What is worrying you about {cat}?'],
  },
  {
    name: 'thanks',
    isSmallTalk: true,
    about: 'what we talked about',
    signs: [
      'thank',
      'thanks',
      'thx',
      'great help',
      'bye',
      'goodbye',
      'feeling better',
      'is better now',
    ],
    advice: [
      'You’re welcome. I hope {cat} is well soon.',
      'Keep an eye on appetite, water, urine and stool for the next days: they tell first when something is wrong.',
    ],
    vet: 'If it comes back, gets worse, or you feel uneasy, call your vet: that is never a bother.',
    questions: [],
  },
  {
    name: 'vet-costs-and-choice',
    about: 'finding and paying a vet',
    signs: [
      'find a vet',
      'vet near',
      'no vet',
      "can't afford",
      'cannot afford',
      'afford',
      'expensive',
      'cost',
      'insurance',
      'cheap vet',
      'emergency vet',
      'vet is closed',
      'vet closed',
      'weekend',
    ],
    advice: [
      'Outside opening hours call your own vet’s number first: the announcement names the one on duty. Or search for "emergency animal hospital" and call before you drive.',
      'If money is short, say so at the start: many practices offer a smaller plan or instalments. Animal charities, shelters and veterinary schools often help or know who does.',
      'Waiting often costs more: a call to ask is usually free.',
    ],
    vet: 'In an emergency go first and talk about money there.',
    questions: ['What is wrong with {cat}, so that I can say how long it may wait?'],
  },
  {
    name: 'other-animals',
    about: 'other animals',
    signs: [
      'my dog',
      'my puppy',
      'my rabbit',
      'my hamster',
      'my bird',
      'my parrot',
      'my guinea pig',
      'the dog',
      'hedgehog',
      'my horse',
    ],
    advice: [
      'I only know about cats, and what is right for a cat can be wrong for another animal. Please call a vet who treats that kind.',
    ],
    vet: 'Trouble breathing, collapse, seizures, heavy bleeding and possible poison are emergencies in every animal.',
    questions: ['Is there something about {cat} that I can help with?'],
  },
];
