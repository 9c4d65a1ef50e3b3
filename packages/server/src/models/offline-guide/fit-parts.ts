/** In charge of making an answer that fits from parts of different weight. */
import { countTokens, cutToTokens } from '@catb/database';

/** A paragraph of an answer; paragraphs with the lowest rank are kept first. */
export interface AnswerPart {
  text: string;
  rank: number;
}

/** An answer, and whether even its most important part had to be cut. */
export interface FittedAnswer {
  text: string;
  truncated: boolean;
}

/** Tokens of an empty line between two parts, at most: mostly it is one with the full stop. */
const tokensBetween = 1;

/**
 * The parts that fit into `maxTokens` together, in the order given. The weightiest are chosen
 * first; a part that doesn't fit is left out whole, so that no sentence ends half way.
 */
export function fitParts(parts: readonly AnswerPart[], maxTokens: number): FittedAnswer {
  const byRank = [...parts].sort((one, other) => one.rank - other.rank);
  const chosen = new Set<AnswerPart>();
  let spent = 0;
  for (const part of byRank) {
    const tokens = countTokens(part.text) + tokensBetween;
    // The last part has nothing behind it.
    if (spent + tokens - tokensBetween <= maxTokens) {
      chosen.add(part);
      spent += tokens;
    }
  }
  const kept = chosen.size > 0 ? parts.filter((part) => chosen.has(part)) : byRank.slice(0, 1);
  const { text, truncated } = cutToTokens(kept.map((part) => part.text).join('\n\n'), maxTokens);
  return { text, truncated };
}
