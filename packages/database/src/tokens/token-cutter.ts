/**
 * In charge of cutting a text that arrives in parts at a number of tokens. What it has let through
 * is never taken back, so it can be shown as it comes.
 */
import { countPiece, countTokensUpTo, splitIntoPieces } from './encoding.ts';

/**
 * Pieces at the end that text to come can still change: a run of spaces, and a word before an
 * apostrophe ("it" and "'" become "it's"). One more than was ever seen to change.
 */
const unsettledPieces = 3;

/** Lets text through until the limit is reached. */
export interface TokenCutter {
  /** The part of `text` that still fits: all of it, its start, or nothing. */
  push(text: string): string;
  /** Tokens of everything that was let through, counted as one text. */
  readonly tokens: number;
  /** Whether something did not fit; from then on nothing is let through. */
  readonly isFull: boolean;
}

/**
 * A cutter for one text. Each part costs time for itself and a few words before it.
 *
 * @param limit tokens, zero or more
 */
export function createTokenCutter(limit: number): TokenCutter {
  let settledTokens = 0;
  let tail = '';
  let tailTokens = 0;
  let isFull = false;

  const fits = (text: string): boolean =>
    countTokensUpTo(tail + text, limit - settledTokens) <= limit - settledTokens;

  const accept = (text: string): void => {
    const pieces = [...splitIntoPieces(tail + text)];
    const settled = pieces.slice(0, -unsettledPieces);
    for (const piece of settled) {
      settledTokens += countPiece(piece, Number.POSITIVE_INFINITY);
    }
    tail = pieces.slice(-unsettledPieces).join('');
    tailTokens = countTokensUpTo(tail, Number.POSITIVE_INFINITY);
  };

  return {
    push(text) {
      if (isFull || text === '') {
        return '';
      }
      const kept = fits(text) ? text : text.slice(0, longestThatFits(text, fits));
      isFull = kept.length < text.length;
      accept(kept);
      return kept;
    },
    get tokens() {
      return settledTokens + tailTokens;
    },
    get isFull() {
      return isFull;
    },
  };
}

/** Doubles, then halves: the cost follows what is kept, not the length of what is refused. */
function longestThatFits(text: string, fits: (start: string) => boolean): number {
  let low = 0;
  let high = 1;
  while (high < text.length && fits(text.slice(0, high))) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, text.length);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (fits(text.slice(0, middle))) {
      low = middle;
    } else {
      high = middle;
    }
  }
  // Half a pair is not a character, and dropping it can, in principle, count more.
  while (low > 0 && (endsInsidePair(text, low) || !fits(text.slice(0, low)))) {
    low -= 1;
  }
  return low;
}

function endsInsidePair(text: string, length: number): boolean {
  const last = text.charCodeAt(length - 1);
  const next = text.charCodeAt(length);
  return last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
