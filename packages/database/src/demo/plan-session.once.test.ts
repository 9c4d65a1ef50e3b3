/** The plan of a demo, which needs no database. */
import { describe, expect, it } from 'vitest';
import { countTokens } from '../tokens/index.ts';
import { createChance } from './chance.ts';
import { ownConversations } from './conversations/index.ts';
import type { DemoConversation } from './demo-conversation.ts';
import { tellStory } from './demo-story.ts';
import { planArrivals } from './plan-arrivals.ts';
import { planSession } from './plan-session.ts';

const story = tellStory(new Date('2026-11-25T12:00:00Z'), 3);
const weighed = ownConversations.map(({ exchanges, ...conversation }): DemoConversation => ({
  ...conversation,
  exchanges: exchanges.map((exchange) => ({ ...exchange, messageTokens: 20, replyTokens: 60 })),
}));

function plan(seed: number) {
  const chance = createChance(seed);
  const conversations = new Map([['any' as const, weighed]]);
  return [...planArrivals(story, 5, chance)].map((at) =>
    planSession(at, conversations, story, chance),
  );
}

describe('the plan of a demo', () => {
  it('is the same with the same seed, and another with another', () => {
    expect(plan(7)).toEqual(plan(7));
    expect(plan(8)).not.toEqual(plan(7));
  });

  it('never has a turn before the one it follows, or in the future', () => {
    for (const { begins, turns } of plan(3)) {
      const times = [begins, ...turns.map(({ at }) => at)];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(story.ends);
    }
  });

  it('never counts a token of the input twice', () => {
    for (const { call } of plan(4).flatMap(({ turns }) => turns.map(({ answer }) => answer))) {
      const buckets = [call.inputTokens, call.cachedInputTokens, call.cacheWriteTokens];
      expect(Math.min(...buckets)).toBeGreaterThanOrEqual(0);
      if (call.usageCertainty === 'exact' && call.model.provider !== 'offline-guide') {
        expect(buckets.reduce((sum, tokens) => sum + tokens)).toBeGreaterThan(640);
      }
    }
  });
});

describe('our own conversations', () => {
  it('are of every category, and each answer fits the limit', () => {
    const categories = new Set(ownConversations.map(({ triage }) => triage));
    expect([...categories].sort()).toEqual(['behavioral', 'emergency', 'routine', 'urgent']);
    expect(ownConversations.length).toBeGreaterThanOrEqual(20);
    for (const { message, reply } of ownConversations.flatMap(({ exchanges }) => exchanges)) {
      expect(message.trim()).not.toBe('');
      expect(countTokens(reply)).toBeLessThanOrEqual(300);
    }
  });

  it('call every emergency one in the first answer', () => {
    for (const { triage, redFlag, exchanges } of ownConversations) {
      expect(redFlag !== undefined).toBe(triage === 'emergency');
      if (triage === 'emergency') expect(exchanges[0]?.reply).toMatch(/^This is an emergency/);
    }
  });
});
