/** The conversations that a demo is made of where no others are at hand. */
import type { WrittenConversation } from '../demo-conversation.ts';
import { behavioral } from './behavioral.ts';
import { emergencies } from './emergency.ts';
import { routine } from './routine.ts';
import { urgent } from './urgent.ts';

/** Of every triage category, in our own words. */
export const ownConversations: readonly WrittenConversation[] = [
  ...emergencies,
  ...urgent,
  ...behavioral,
  ...routine,
];
