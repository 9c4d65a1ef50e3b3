/**
 * What the offline guide knows about the stomach and the bowels. General knowledge from common
 * veterinary advice for owners; no veterinarian has reviewed it.
 */
import type { GuideTopic } from '../topic.ts';

/** Topics on the stomach and the bowels. */
export const digestionTopics: GuideTopic[] = [
  {
    name: 'vomiting',
    about: 'a cat that vomits',
    signs: [
      'vomit',
      'throwing up',
      'throws up',
      'threw up',
      'thrown up',
      'puke',
      'puking',
      'being sick',
      'was sick',
      'upset stomach',
      'bile',
      'regurgitat',
      'retching',
    ],
    rules: ['swallowed', 'vomit'],
    advice: [
      'One or two times in a cat that is otherwise lively is often a hairball, fast eating or a new food.',
      'Leave the food away for two to three hours, but never water. Then give a spoonful of plain food, such as boiled chicken, every few hours, and go back to normal food within a day or two. A kitten should not go without food.',
      'Look at what comes up: hair, food, foam, worms, plants, string. A photo helps the vet. Give no human medicine.',
    ],
    vet: 'Go today if {cat} vomits more than three times in a day or keeps no water down, or there is blood, pain, weakness, or a chance of string, poison or something swallowed.',
    questions: [
      'How often has {cat} vomited, and since when?',
      'What comes up, and does {cat} keep water down?',
      'Could {cat} have eaten string, a toy, a plant or anything unusual?',
    ],
  },
  {
    name: 'diarrhoea',
    about: 'a cat with loose stool',
    signs: [
      'diarrhoea',
      'diarrhea',
      'loose stool',
      'runny stool',
      'runny poo',
      'soft stool',
      'watery stool',
      'the runs',
      'liquid stool',
      'blood in stool',
      'mucus',
    ],
    rules: ['diarrhoea', 'diarrhea', 'loose-stool'],
    advice: [
      'A day of soft stool in a lively cat is often a change of food, too rich a treat, or worms.',
      'Keep water going and feed small meals of {cat}’s usual food or plain boiled chicken. Don’t starve the cat, and give no human medicine against diarrhoea: some are dangerous for cats.',
      'Keep the litter box very clean, wash your hands, and keep a fresh sample in the fridge for the vet.',
    ],
    vet: 'Go today with blood, black stool, vomiting, weakness or no appetite, and with any kitten. Book a visit if it lasts over two days or keeps coming back.',
    questions: [
      'Since when, how often, and is there blood in it?',
      'Is {cat} eating, and has the food changed?',
      'When was {cat} last wormed?',
    ],
  },
  {
    name: 'constipation',
    about: 'a cat that can’t pass stool',
    signs: [
      'constipat',
      "can't poop",
      "can't poo",
      'not pooping',
      'no poop',
      'hard stool',
      'dry stool',
      'not pooped',
      "hasn't pooped",
      'straining to poop',
      'straining to poo',
    ],
    rules: ['constipation'],
    advice: [
      'First be sure that it is stool: a cat that strains and passes no urine is an emergency, in a male above all.',
      'Most cats pass stool about once a day. More water helps: wet food with a spoonful of water in it, several bowls, clean litter boxes, and play.',
      'Give no human laxative and no enema: some kinds kill cats.',
    ],
    vet: 'Call a vet if nothing came for two days, and go today if {cat} strains, cries, vomits or does not eat.',
    questions: [
      'Have you seen {cat} pass urine today?',
      'When was the last stool, and was it hard?',
    ],
  },
  {
    name: 'hairballs',
    about: 'hairballs',
    signs: ['hairball', 'hair ball', 'furball', 'fur ball', 'coughing up hair', 'hacking'],
    rules: ['hairball'],
    advice: [
      'A hairball now and then, up to about two a month, is normal, more so with long hair.',
      'Brush daily in moulting time, feed wet food, and ask your vet or pet shop for a hairball paste or food. No oil or butter: it ends up in the bowels, or in the lungs.',
      'Hacking with the neck stretched out and nothing coming up can be coughing, such as asthma. A video helps the vet to tell.',
    ],
    vet: 'Go today if {cat} retches again and again with nothing coming up, does not eat, has a hard belly, or breathes with effort.',
    questions: [
      'Does hair come up, or does {cat} only hack with nothing coming?',
      'Is {cat} eating and passing stool as usual?',
    ],
  },
  {
    name: 'gas-and-drool',
    about: 'drooling and bad digestion',
    signs: [
      'drool',
      'dribbl',
      'salivat',
      'farting',
      'gassy',
      'lip licking',
      'licking lips',
      'nausea',
    ],
    rules: ['drool', 'nausea'],
    advice: [
      'A little drool while purring is harmless. New or heavy drool comes from nausea, sore teeth or gums, something stuck in the mouth, or something poisonous or bitter that was licked.',
      'Look into the mouth only if {cat} lets you. Never pull at a string.',
      'Think about plants, cleaning agents, flea drops for dogs and human medicines that {cat} could have reached.',
    ],
    vet: 'Go now if poison is possible or breathing is hard. Go today if the drool is new and {cat} does not eat, or paws at the mouth.',
    questions: [
      'Could {cat} have licked or eaten a plant, a cleaner or a medicine?',
      'Is {cat} eating normally?',
    ],
  },
];
