/** Conversations of the demo about conduct. Written for catb; no one said them. */
import type { WrittenConversation } from '../demo-conversation.ts';

export const behavioral: readonly WrittenConversation[] = [
  {
    title: 'Hiding since the move',
    triage: 'behavioral',
    exchanges: [
      {
        message: 'We moved a week ago and she has lived under the bed ever since.',
        reply:
          'That is common. Give her one quiet room with food, water, tray and a hiding place, and let her come to you. Sit on the floor with a book for half an hour in the evening and do not reach for her. Most cats come out within two weeks. If she stops eating for a day, call a vet.',
      },
      {
        message: 'She eats at night when we sleep.',
        reply:
          'Then she is coping. Put the bowl a hand further from the bed every other day. A shirt that smells of you beside it helps, and so does a routine: the same hour, the same words.',
      },
      {
        message: 'Last night she slept on the bed!',
        reply: 'Lovely. Open the next room now, and only that one, for a few days.',
      },
    ],
  },
  {
    title: 'The sofa is in shreds',
    triage: 'behavioral',
    exchanges: [
      {
        message: 'How do I stop him from scratching the sofa?',
        reply:
          'He needs to scratch, so give him something better right beside it: a post that does not wobble and is tall enough to stretch on, with sisal or cardboard. Cover the corner of the sofa with double-sided tape for a month, and reward him at the post. Do not clip or punish him for it.',
      },
      {
        message: 'He ignores the post.',
        reply:
          'Try another surface and angle. Some cats want it flat, some want carpet. Rub it with catnip or silvervine, play around it, and put it where he wakes up: the first thing a cat does is stretch and scratch.',
      },
    ],
  },
  {
    title: 'Awake at four',
    triage: 'behavioral',
    exchanges: [
      {
        message: 'My cat yowls at four every morning until somebody feeds her.',
        reply:
          'She has learned that it works. Give her the last meal late, after ten minutes of play, and let a timed feeder serve breakfast at five so that you are no longer the one who brings it. Then do not answer the yowling at all; it gets louder for some nights before it stops. In a cat over ten have the thyroid and the blood pressure checked.',
      },
      {
        message: 'She is twelve. Does that change anything?',
        reply:
          'Yes: at twelve a change in her nights is a reason for a check-up. Thyroid, blood pressure, kidneys, and a look at her joints and teeth. If all is well, the feeder is the way.',
      },
      {
        message: 'Blood pressure was high. We have tablets now.',
        reply:
          'Then the yowling may well calm down within weeks. Give the tablet at the same hour, have the pressure measured again as your vet said, and watch whether she bumps into things: high pressure can hurt the eyes.',
      },
    ],
  },
  {
    title: 'A second cat',
    triage: 'behavioral',
    exchanges: [
      {
        message:
          'We want a kitten, and our cat has been alone for five years. How do we introduce them?',
        reply:
          'Slowly. The kitten gets a room of its own for a week. Swap blankets so that they know the smell, feed them on both sides of the closed door, then let them see each other through a gap for some minutes a day. Two of everything: bowls, trays, high places. Hissing is talk; a chase that does not end is a reason to go back a step.',
      },
      {
        message: 'And if they never get along?',
        reply:
          'Most pairs come to ignore each other politely, which is fine. If after two months one of them hides, eats less or stops using the tray, ask a vet for a behaviourist. Two floors or two rooms with their own things can be a good life too.',
      },
    ],
  },
  {
    title: 'Beside the tray',
    triage: 'behavioral',
    exchanges: [
      {
        message: 'Why does he wee on the bath mat? The tray is clean.',
        reply:
          'Rule out an illness first: a cat with a sore bladder looks for a soft, new place. If he goes often, strains or there is blood, see a vet today. If he is well, try a second tray in another room, an open one, unscented fine litter, and wash the mat with an enzyme cleaner.',
      },
      {
        message: 'We changed the litter two weeks ago to a scented one.',
        reply:
          'That is very likely the reason. Go back to the old one and put the mat away for a month.',
      },
    ],
  },
];
