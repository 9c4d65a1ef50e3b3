/** Conversations of the demo that begin with an emergency. Written for catb; no one said them. */
import type { WrittenConversation } from '../demo-conversation.ts';

export const emergencies: readonly WrittenConversation[] = [
  {
    title: 'Tom strains and nothing comes',
    triage: 'emergency',
    redFlag: 'urinary-blockage',
    exchanges: [
      {
        message: 'Tom has been in the litter tray six times this morning and not a drop comes out.',
        reply:
          'This is an emergency: call a vet or an emergency animal hospital now. A male cat that strains without passing urine may be blocked, and a blockage can kill within a day. Do not press on his belly and do not wait for the evening. Keep him calm in a carrier and tell them on the phone that he can not urinate.',
      },
      {
        message: 'The clinic says to come at once. Can he drink on the way?',
        reply:
          'Water in the carrier does no harm, but do not force him. Give no food and no pain killers: several human ones are poisonous to cats. Tell the clinic when he last urinated normally and what he eats.',
      },
      {
        message: 'They put a catheter in and he stays for two nights. Thank you.',
        reply:
          'You acted in time, and that is what counted. Ask before you take him home what he should eat, how much he should drink, and which signs mean that you come straight back: straining, crying in the tray, or no urine for twelve hours.',
      },
    ],
  },
  {
    title: 'Lily pollen on the fur',
    triage: 'emergency',
    redFlag: 'lily',
    exchanges: [
      {
        message: 'There is orange lily pollen all over my kitten and she has been licking herself.',
        reply:
          'This is an emergency: call a vet now, even if she looks well. Every part of a lily, pollen too, can destroy the kidneys of a cat, and treatment works best within hours. Wipe the fur with a damp cloth so that she licks up no more, put her in a carrier and take a picture of the flower with you.',
      },
      {
        message: 'She seems completely fine. Is it really so urgent?',
        reply:
          'Yes. The first hours pass without a sign, and when the signs come the damage is done. Fluids given in the first 18 hours often save the kidneys. Please go now.',
      },
    ],
  },
  {
    title: 'Breathing with an open mouth',
    triage: 'emergency',
    redFlag: 'breathing-trouble',
    exchanges: [
      {
        message:
          'My old cat is breathing with her mouth open and her belly pumps. She sits hunched.',
        reply:
          'This is an emergency: go to a vet or an animal hospital now, and call while you are on the way. Open-mouthed breathing at rest means that she gets too little air. Touch her as little as you can, keep her upright and cool, offer no food or water, and do not stop to count breaths.',
      },
      {
        message: 'We are in the car. She hates the carrier.',
        reply:
          'Leave the carrier open on your lap if someone else drives, and let her take the position she wants. Fresh air, no stroking, no talking to calm her. Tell the clinic that she needs oxygen when you arrive.',
      },
    ],
  },
];
