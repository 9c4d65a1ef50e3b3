/**
 * In charge of counting tokens: the one yardstick for the 300-token limit, the context's budget
 * and usage that a provider didn't tell. Linear in the length of the text, whatever it is.
 */
import { countTokensUpTo } from './encoding.ts';
import { createTokenCutter } from './token-cutter.ts';

/** The name stored beside every count, so that a later tokenizer can be told apart. */
export const tokenizer = 'o200k_base';

/** A text cut to a limit: what is left, its tokens, and whether anything was cut off. */
export interface CutText {
  text: string;
  tokens: number;
  truncated: boolean;
}

/**
 * Tokens in `text`. Special tokens such as `<|endoftext|>` count as the letters they are.
 *
 * @example countTokens('My cat is sneezing.') // 5
 */
export function countTokens(text: string): number {
  return countTokensUpTo(text, Number.POSITIVE_INFINITY);
}

/**
 * The start of `text` that has at most `limit` tokens. Never ends inside a surrogate pair.
 *
 * @param limit tokens, zero or more
 */
export function cutToTokens(text: string, limit: number): CutText {
  const whole = countTokensUpTo(text, limit);
  if (whole <= limit) {
    return { text, tokens: whole, truncated: false };
  }
  const cutter = createTokenCutter(limit);
  const kept = cutter.push(text);
  return { text: kept, tokens: cutter.tokens, truncated: true };
}
