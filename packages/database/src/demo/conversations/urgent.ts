/** Conversations of the demo that want a vet soon. Written for catb; no one said them. */
import type { WrittenConversation } from '../demo-conversation.ts';

export const urgent: readonly WrittenConversation[] = [
  {
    title: 'Off her food since yesterday',
    triage: 'urgent',
    exchanges: [
      {
        message:
          'Minka has not eaten since yesterday morning. She drinks a little and sleeps a lot.',
        reply:
          'Please call your vet today. A cat that eats nothing for a day or more can come to harm with her liver, whatever the cause. Until then warm a little wet food to hand temperature, offer it in a quiet place, and write down what goes in and what comes out.',
      },
      {
        message: 'She took one spoonful of tuna. Does that count?',
        reply:
          'It is a good sign and not enough. A spoonful is about a tenth of what she needs. Keep the appointment, and go sooner if she vomits, hides, or her gums look yellow or pale.',
      },
      {
        message: 'How much should a cat of four kilos eat in a day?',
        reply:
          'About 200 to 250 kilocalories, which is roughly 55 to 65 grams of dry food or 200 to 250 grams of wet food; the packet says how much energy is in it. Older and quieter cats need less.',
      },
    ],
  },
  {
    title: 'A bite that swells',
    triage: 'urgent',
    exchanges: [
      {
        message:
          'He came home after a fight. There is a warm lump on his cheek and he does not like it touched.',
        reply:
          'A warm, sore lump after a fight is often an abscess, and it needs a vet within a day: cat bites close over and the infection stays inside. Keep him indoors, do not squeeze it, and if it opens by itself wipe it with lukewarm water. Fever, refusing food or a lump near the eye make it a matter for today.',
      },
      {
        message: 'It just burst. It smells awful but he looks happier.',
        reply:
          'The pressure is gone, which is why he feels better. It still has to be rinsed and he may need antibiotics, so go today or tomorrow morning. A collar keeps him from licking it.',
      },
    ],
  },
  {
    title: 'Vomiting four times in a night',
    triage: 'urgent',
    exchanges: [
      {
        message: 'She was sick four times last night, the last time only foam.',
        reply:
          'Call your vet today: repeated vomiting dries a cat out fast. Take food away for two to three hours, not longer, and offer small sips of water. Is she brighter between the bouts, and could she have swallowed a string, a hair tie or a plant?',
      },
      {
        message: 'She likes to chew hair ties. I have not seen one go missing.',
        reply:
          'Say exactly that on the phone, because a hair tie can lie in the gut for days. If you see a thread at her mouth or under her tail, do not pull it, and go at once.',
      },
      {
        message: 'The x-ray was clear, it is gastritis. She gets a diet for a week.',
        reply:
          'Good news. Give the diet in four or five small meals, with nothing besides, and go back to her old food over four days, a quarter more each day. If she vomits again within the week, ring them.',
      },
      {
        message: 'And the hair ties go in a drawer now.',
        reply:
          'That is the best medicine of all. Ribbons, tinsel and sewing thread may go with them.',
      },
    ],
  },
  {
    title: 'Limping on a front leg',
    triage: 'urgent',
    exchanges: [
      {
        message:
          'My cat limps on the left front leg since he jumped off the wardrobe. He eats well.',
        reply:
          'If he puts some weight on it and is bright, keep him in one room for a day and look between the toes for a split claw or a thorn. See a vet within a day or two if it does not get better, and today if the leg hangs, is swollen, or he cries when it is touched. Give no human pain killers.',
      },
      {
        message: 'There is a claw torn right off.',
        reply:
          'That hurts and looks worse than it is. Press a clean cloth on it for five minutes if it bleeds. A vet should cut what is loose and say whether it needs a bandage; tomorrow is soon enough.',
      },
    ],
  },
];
