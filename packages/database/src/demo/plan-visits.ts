/** In charge of when one session is visited, and what is talked about at a visit. */
import type { TriageCategory } from '../rows.generated.ts';
import type { Chance } from './chance.ts';
import type { DemoConversation, WeighedExchange } from './demo-conversation.ts';
import { day, hour, type DemoStory } from './demo-story.ts';

/** One thing said at a visit, before it has a time. */
export interface PlannedExchange extends WeighedExchange {
  triage: TriageCategory;
  redFlag: string | null;
}

/** Conversations by what they are about; `any` where nothing judged them. */
export type ConversationsByTriage = ReadonlyMap<
  TriageCategory | 'any',
  readonly DemoConversation[]
>;

const comesBack = 0.3;
const comesBackAgain = 0.55;
const mostVisits = 15;

/** When a session that begins now is visited: most once, a third again on later days. In order. */
export function planVisits(begins: number, { ends }: DemoStory, chance: Chance): number[] {
  const visits = [begins];
  let at = begins;
  let probability = comesBack;
  while (visits.length < mostVisits && chance.happens(probability)) {
    // Most within a week, some after many; at about the hour at which the last visit was.
    const days = Math.ceil(-3.5 * Math.log(1 - chance.unit()));
    at += days * day + (chance.unit() - 0.5) * 3 * hour;
    if (at >= ends) break;
    visits.push(at);
    probability = comesBackAgain;
  }
  return visits;
}

/** What is said at one visit: a conversation or the beginning of one, now and then several. */
export function planVisit(conversations: ConversationsByTriage, chance: Chance): PlannedExchange[] {
  const exchanges = planConversation(conversations, chance);
  if (chance.happens(0.45)) exchanges.splice(1 + chance.below(exchanges.length));
  // One visit in thirty goes on and on: the tail of the lengths is heavy.
  if (chance.happens(0.033)) {
    const more = Math.min(25, Math.ceil(1.5 / (1 - chance.unit())));
    for (let added = 0; added < more; added += 1) {
      exchanges.push(...planConversation(conversations, chance));
    }
  }
  return exchanges;
}

function planConversation(conversations: ConversationsByTriage, chance: Chance): PlannedExchange[] {
  const category = drawTriage(chance);
  const candidates = conversations.get(category) ?? conversations.get('any') ?? [];
  const { exchanges, redFlag } = chance.pick(candidates);
  return exchanges.map((exchange, index) => ({
    ...exchange,
    // A message is judged by itself: what follows an emergency is often none.
    triage: index === 0 || chance.happens(0.3) ? category : 'routine',
    redFlag: index === 0 && category === 'emergency' ? (redFlag ?? 'breathing-trouble') : null,
  }));
}

function drawTriage(chance: Chance): TriageCategory {
  const die = chance.unit();
  if (die < 0.05) return 'emergency';
  if (die < 0.17) return 'urgent';
  return die < 0.38 ? 'behavioral' : 'routine';
}
