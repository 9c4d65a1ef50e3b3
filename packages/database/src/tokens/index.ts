/** Counting and cutting by tokens. */
export { countTokens, cutToTokens, tokenizer, type CutText } from './count-tokens.ts';
export { countTokensUpTo, loadEncoding } from './encoding.ts';
export { createTokenCutter, type TokenCutter } from './token-cutter.ts';
