/** In charge of the list of everything the offline guide knows, in no order that matters. */
import type { GuideTopic } from '../topic.ts';
import { behaviourTopics } from './behaviour.ts';
import { bodyTopics } from './body.ts';
import { conversationTopics } from './conversation.ts';
import { dangerTopics } from './dangers.ts';
import { digestionTopics } from './digestion.ts';
import { eatingTopics } from './eating.ts';
import { lifeTopics } from './life.ts';
import { parasiteTopics } from './parasites.ts';
import { preventionTopics } from './prevention.ts';
import { toiletTopics } from './toilet.ts';

/** Every topic of the guide. */
export const guideTopics: readonly GuideTopic[] = [
  ...eatingTopics,
  ...digestionTopics,
  ...parasiteTopics,
  ...preventionTopics,
  ...toiletTopics,
  ...behaviourTopics,
  ...bodyTopics,
  ...dangerTopics,
  ...lifeTopics,
  ...conversationTopics,
];
