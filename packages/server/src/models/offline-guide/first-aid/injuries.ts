/**
 * What the offline guide says to do about injuries and sudden failures until the cat is with a vet.
 * General knowledge from common first-aid advice for owners; no veterinarian has reviewed it.
 */
import type { FirstAid } from '../topic.ts';

/** First aid for injuries and for what fails of a sudden. */
export const injuryFirstAid: FirstAid[] = [
  {
    name: 'not-breathing',
    rules: ['not-breathing'],
    signs: ['not breathing', 'stopped breathing', 'no heartbeat'],
    doNow: [
      'Let someone else drive or call. Open the mouth and take out what you see, close it, and blow into the nose until the chest rises, about ten times a minute.',
      'No heartbeat: with one hand round the chest behind the elbows, press it by a third to a half, about two times a second; two breaths after every thirty. Go on until you are with a vet.',
    ],
    doNot: ['Don’t do this to a cat that breathes or resists, and don’t give anything by mouth.'],
  },
  {
    name: 'breathing',
    rules: ['breath', 'gums', 'blue', 'asthma', 'suffocat', 'smoke', 'drown'],
    signs: [
      'open mouth breathing',
      'breathing with mouth open',
      'gasping',
      "can't breathe",
      'blue gums',
      'pale gums',
      'struggling to breathe',
    ],
    doNow: [
      'Keep {cat} still, upright or on the belly, and cool, with fresh air. Handle as little as you can: stress alone can be fatal.',
      'Use an open carrier or box and drive now, calling ahead so that oxygen is ready.',
    ],
    doNot: [
      'Don’t hold {cat} on the back, don’t look into the mouth unless you see something stuck, and give no food, water or medicine.',
    ],
  },
  {
    name: 'collapse',
    rules: [
      'collapse',
      'unconscious',
      'unresponsive',
      'faint',
      'limp-cold',
      'cold',
      'hypoglyc',
      'diabetic',
    ],
    signs: [
      'collapsed',
      'passed out',
      'unconscious',
      'not responding',
      "won't wake up",
      'gone floppy',
      'limp and cold',
    ],
    doNow: [
      'Lay {cat} on the right side with the head a little forward, and see whether the chest moves. Keep warm with a blanket and drive now.',
      'If {cat} has diabetes and can swallow, rub a little honey or sugar water on the gums; if not awake, only touch the gums with it.',
    ],
    doNot: [
      'Give nothing by mouth to a cat that is not awake, no insulin, and no hot-water bottle straight on the skin.',
    ],
  },
  {
    name: 'seizure',
    rules: ['seizure', 'convulsi', 'fitting', 'tremor'],
    signs: ['seizure', 'fitting', 'convuls', 'twitching all over', 'paddling legs'],
    doNow: [
      'Note the time. Clear away what could hurt, darken the room, keep quiet. Film it if you can.',
      'Over two to three minutes, or more than one in a day: drive now. After a single short one, call a vet at once.',
    ],
    doNot: [
      'Don’t hold {cat} down, don’t put your hand in or near the mouth, and give no food or water until fully awake.',
    ],
  },
  {
    name: 'trauma',
    rules: [
      'animal-attack',
      'trauma',
      'hit-by',
      'car',
      'fall',
      'fell',
      'window',
      'dog-bite',
      'dog',
      'crush',
      'fracture',
      'broken',
    ],
    signs: [
      'hit by a car',
      'run over',
      'fell from',
      'fell out',
      'dog attacked',
      'dog bit',
      'broken leg',
      'broken bone',
    ],
    doNow: [
      'Slide {cat} onto a board or firm blanket, keep flat and warm, cover lightly, and drive now even if {cat} seems well: inner bleeding shows late.',
      'Press a clean cloth on what bleeds and hold it there.',
    ],
    doNot: [
      'Don’t splint a leg, don’t pull out anything that sticks in, don’t give painkillers: those for people can kill.',
    ],
  },
  {
    name: 'bleeding',
    rules: ['bleed', 'blood-loss', 'hemorrh', 'haemorrh', 'wound'],
    signs: [
      "bleeding won't stop",
      "won't stop bleeding",
      'bleeding a lot',
      'heavy bleeding',
      'blood everywhere',
    ],
    doNow: [
      'Press a clean cloth firmly on the wound for five minutes without looking. If it soaks through, add another on top, and drive while pressing.',
      'Keep {cat} warm and lying down.',
    ],
    doNot: ['No tourniquet, no powder or cream, and don’t take out what sticks in the wound.'],
  },
  {
    name: 'paralysis',
    rules: [
      'paralys',
      'hind-leg',
      'hind-legs',
      'back-leg',
      'back-legs',
      'leg-paralysis',
      'thrombo',
    ],
    signs: [
      'back legs stopped working',
      "can't move back legs",
      'dragging back legs',
      'dragging hind',
      'paralyzed',
      'paralysed',
    ],
    doNow: [
      'Drive now: sudden loss of the hind legs, with pain and cold paws, can be a blood clot, and minutes count. Carry {cat} on a firm base.',
      'Keep warm, calm and quiet.',
    ],
    doNot: [
      'Don’t rub or warm the legs, don’t try to make {cat} walk, and give no aspirin or other painkiller.',
    ],
  },
  {
    name: 'burns-and-electric-shock',
    rules: ['burn', 'electric', 'shock', 'scald'],
    signs: [
      'burned',
      'burnt',
      'scalded',
      'electric shock',
      'electrocuted',
      'chewed a cable',
      'bit a cable',
    ],
    doNow: [
      'Electric: switch off the power before you touch {cat}. Then go now, even if all seems well: the lungs can fill hours later.',
      'Burn: cool, not icy, running water on the place for ten minutes, cover with clean cling film, and go.',
    ],
    doNot: ['No ice, butter, cream or plaster, and don’t pull off what sticks to the skin.'],
  },
  {
    name: 'eye-injury',
    rules: ['eye'],
    signs: [
      'eye injury',
      'eye popped',
      'scratched eye',
      'eye bleeding',
      'something in the eye',
      'chemical in eye',
    ],
    doNow: [
      'Stop {cat} from rubbing, with a collar or by holding in a towel, and go today, now if the eye bulges, bleeds or is cut.',
      'Chemical in the eye: rinse with clean lukewarm water for ten to fifteen minutes first.',
    ],
    doNot: ['No drops of your own, and don’t press on the eye or pull anything out.'],
  },
];
