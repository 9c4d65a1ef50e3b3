/** Conversations of the demo that can wait. Written for catb; no one said them. */
import type { WrittenConversation } from '../demo-conversation.ts';

export const routine: readonly WrittenConversation[] = [
  {
    title: 'A kitten that sneezes',
    triage: 'routine',
    exchanges: [
      {
        message: 'My kitten sneezes now and then, eyes are clear, she plays and eats. Worry?',
        reply:
          'Not yet. A bright, hungry kitten that sneezes a little often has a mild cold or dust in the nose. Keep the room free of smoke and sprays. See a vet within a few days if it goes on, sooner if an eye gets sticky, she eats less, or she breathes noisily.',
      },
      {
        message: 'How would I notice a fever?',
        reply:
          'She would be quiet, warm at the ears and not interested in food. A thermometer says it for sure: 38.0 to 39.2 °C is normal in a cat. Do not measure by force; a vet does it in a minute.',
      },
    ],
  },
  {
    title: 'Which food for an indoor cat',
    triage: 'routine',
    exchanges: [
      {
        message: 'Is dry food enough for an indoor cat of three years?',
        reply:
          'A complete dry food has all she needs. Wet food adds water, which helps the bladder, and fills a cat with fewer calories. Many people give both: measured dry food in a puzzle, wet food in the evening. What counts most is the amount: weigh it.',
      },
      {
        message: 'She weighs 5.4 kilos and should be 4.5.',
        reply:
          'Aim for half to one percent of her weight a week, so about a year for that kilo. Feed for the weight she should have, in four meals, play twice a day, and weigh her every week. Never let her starve: fast loss harms the liver. A vet can tell you the grams of her food.',
      },
      {
        message: 'Can I give her a bit of cheese for the tablets?',
        reply:
          'A pea-sized bit is fine if she bears milk. Count it: on a diet a cube of cheese is a big part of the day. Soft treats made for tablets have fewer calories.',
      },
      {
        message: 'Down to 5.2 after a month.',
        reply: 'That is exactly the right pace. Keep going, and keep writing it down.',
      },
    ],
  },
  {
    title: 'Fleas',
    triage: 'routine',
    exchanges: [
      {
        message: 'I found black dots in his fur that turn red on wet paper.',
        reply:
          'That is flea dirt. Treat every animal in the home with a product made for cats of their weight, never one for dogs: permethrin kills cats. Wash blankets at 60 °C, vacuum daily for two weeks, and repeat the treatment as the packet says, because eggs hatch for weeks.',
      },
      {
        message: 'Do I need to treat for worms too?',
        reply:
          'Often yes, since fleas carry a tapeworm. If you see grains like rice under the tail, surely. Ask your vet for a tablet that fits his weight.',
      },
    ],
  },
  {
    title: 'First vaccinations',
    triage: 'routine',
    exchanges: [
      {
        message: 'When does a kitten get her first shots?',
        reply:
          'Usually at 8 to 9 weeks and again at 12, with a last one at 16 weeks, then after a year. Which diseases are covered depends on where you live and whether she goes out. Bring her papers from the breeder or shelter to the first visit.',
      },
      {
        message: 'She is a bit sleepy after it. Normal?',
        reply:
          'Yes, for a day or two, sometimes with a small lump where the needle was. Swelling of the face, vomiting again and again or trouble breathing would be a reason to call at once.',
      },
    ],
  },
  {
    title: 'Brushing teeth',
    triage: 'routine',
    exchanges: [
      {
        message: 'Do cats really need their teeth brushed?',
        reply:
          'It is the one thing that keeps tartar away. Start with a finger and a little cat toothpaste, some seconds a day, and only the outside of the teeth. Never human toothpaste. If the gums bleed or she drools, let a vet look first.',
      },
    ],
  },
  {
    title: 'Hairballs',
    triage: 'routine',
    exchanges: [
      {
        message: 'She brings up a hairball about once a month. Is that too often?',
        reply:
          'Once a month is within what is normal for a long coat. Brush her daily in spring and autumn, and give wet food. More than once a week, retching with nothing coming up, or eating less is a reason to see a vet.',
      },
      {
        message: 'Does malt paste help?',
        reply:
          'It can help some hair to pass. A little two or three times a week is plenty, since it is sugar and oil. Brushing does more.',
      },
    ],
  },
  {
    title: 'Neutering',
    triage: 'routine',
    exchanges: [
      {
        message: 'What is the best age to have a tomcat neutered?',
        reply:
          'Most vets do it at four to six months, before he starts to spray and roam. It is a short operation and he is home the same day. He will need a little less food afterwards, about a fifth.',
      },
      {
        message: 'How long should he stay inside after it?',
        reply:
          'About a week, and he should not lick the wound. Look at it twice a day: a little red is fine, swelling or wetness is not. He can father kittens for some weeks after, so keep him from unspayed cats.',
      },
    ],
  },
  {
    title: 'Drinking more than before',
    triage: 'routine',
    exchanges: [
      {
        message: 'My thirteen-year-old drinks a lot lately and the tray is wetter. Otherwise fine.',
        reply:
          'Have her blood and urine checked within the next week or so. At thirteen, kidneys, sugar and thyroid are the usual reasons, and all three are best found early. Never take water away. If she stops eating or vomits, go sooner.',
      },
      {
        message: 'How much is a lot?',
        reply:
          'More than about 50 millilitres for each kilo of her weight in a day, food not counted. Measure what you pour in the morning and what is left after 24 hours, on two days.',
      },
      {
        message: 'It was 310 ml and she has 4.2 kilos.',
        reply:
          'That is 74 millilitres a kilo, clearly more than usual. Take the numbers to the vet, and a urine sample in a clean jar if you can catch one.',
      },
      {
        message: 'Kidneys, early stage. She gets a diet.',
        reply:
          'Early is good: many cats live for years with it. Change to the new food over two weeks, put water in several places, and keep the check-ups. Loss of weight or appetite is what to ring about.',
      },
    ],
  },
  {
    title: 'Flying with a cat',
    triage: 'routine',
    exchanges: [
      {
        message: 'We fly in June and she comes along in the cabin. How do I prepare her?',
        reply:
          'Leave the carrier open at home from now on, with her blanket and treats in it, and close it for minutes, then in the car. No meal for four hours before the flight, water as usual, a pad under the blanket. Ask the airline for the size of the carrier and your vet for the papers.',
      },
      {
        message: 'Should she get something to calm her?',
        reply:
          'Ask your vet, and try it at home once before. Sedation in the air is not for every heart. Many cats do well with a cloth over the carrier.',
      },
    ],
  },
  {
    title: 'A new old cat',
    triage: 'routine',
    exchanges: [
      {
        message: 'We adopt a ten-year-old from the shelter tomorrow. What should we have at home?',
        reply:
          'One quiet room, the food and litter she knows, a tray with a low rim, a warm place off the floor with a step up to it, and a hiding box. A first check-up within two weeks: teeth, weight, blood. And time.',
      },
      {
        message: 'Is ten old?',
        reply:
          'Middle-aged to senior, a bit like a person of 56. Many indoor cats see fifteen and more. Twice-yearly check-ups are worth it from now on.',
      },
      {
        message: 'She purrs already!',
        reply: 'Then you have done it right. Welcome to her.',
      },
    ],
  },
  {
    title: 'Ears that itch',
    triage: 'routine',
    exchanges: [
      {
        message: 'He shakes his head and there is dark crumbly stuff in both ears.',
        reply:
          'That looks like ear mites, which are common and easy to treat, but a vet should look with the otoscope first, within a few days. Put nothing in the ears until then, and no cotton buds. Other cats in the home will need the treatment too.',
      },
    ],
  },
  {
    title: 'How much to play',
    triage: 'routine',
    exchanges: [
      {
        message: 'How long should I play with a one-year-old cat every day?',
        reply:
          'Three or four times for ten minutes, with something that moves like prey, and let him catch it at the end. Put the rod away afterwards: strings are for when you watch. A meal after play makes a calm cat.',
      },
      {
        message: 'He bites my hands when he gets excited.',
        reply:
          'Then hands are not toys: use a rod, and stop the game for a minute when teeth touch skin. Do not pull away fast, that is prey. He will learn it within weeks.',
      },
    ],
  },
];
