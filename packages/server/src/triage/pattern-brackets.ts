/** In charge of what may stand in brackets in a pattern: times, counts, and facts about the cat. */
import { MINUTES_PER_UNIT, readNumber } from './measures.ts';

/** A part of a pattern that is not words. */
export type Condition =
  | { kind: 'time'; minutes: number }
  | { kind: 'count'; times: number }
  | { kind: 'fact'; fact: 'male' | 'kitten' };

/** Reads `[2 days]`, `[3 times]`, `[male]` or `[kitten]`; undefined when it is none of them. */
export function parseBracket(bracket: string): Condition | undefined {
  const [first = '', second] = bracket.slice(1, -1).trim().split(/\s+/);
  if (second === undefined) {
    return first === 'male' || first === 'kitten' ? { kind: 'fact', fact: first } : undefined;
  }
  const amount = readNumber(first);
  if (amount === undefined) return undefined;
  if (second === 'times') return { kind: 'count', times: amount };
  const unit = MINUTES_PER_UNIT.get(second);
  return unit === undefined ? undefined : { kind: 'time', minutes: amount * unit };
}
