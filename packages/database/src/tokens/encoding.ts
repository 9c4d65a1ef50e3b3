/**
 * In charge of the o200k_base encoding: loading it once, on first use, and splitting text the way
 * it does. The ranks take about 0.3 s and 60 MB to load, which a process that never counts a token
 * shouldn't pay for.
 */
import { createRequire } from 'node:module';
import type * as Encoding from 'gpt-tokenizer/encoding/o200k_base';
import type * as EncodingConstants from 'gpt-tokenizer/encodingParams/constants';

/**
 * The longest stretch, in UTF-16 units, that is merged as one. Merging is quadratic in its length:
 * 100,000 times one letter took 85 s in one go and takes 0.1 s in stretches of 128. Words are
 * shorter, so that ordinary text counts exactly; a longer stretch counts a few tokens more.
 */
const longestStretch = 128;

/**
 * Characters below which a text is counted in one go even where a limit would stop earlier: a call
 * for each piece costs four times as much.
 */
const shortText = 4096;

/** Merged words that are remembered; the package's own 100,000 could hold 50 MB of hostile text. */
const rememberedMerges = 20_000;

/** `<|endoftext|>` and its kind are text that a person typed, never a control token. */
const asOrdinaryText = { disallowedSpecial: new Set<string>() };

interface LoadedEncoding {
  splitter: RegExp;
  count(stretch: string): number;
}

let loaded: LoadedEncoding | undefined;

/** The encoding, loaded at the first call. A server calls it at start, before someone waits. */
export function loadEncoding(): LoadedEncoding {
  loaded ??= readEncoding();
  return loaded;
}

/** The pieces that o200k_base looks at separately, in order; together they are the text. */
export function* splitIntoPieces(text: string): Generator<string, void, undefined> {
  for (const [piece] of text.matchAll(loadEncoding().splitter)) {
    yield piece;
  }
}

/**
 * Tokens in `text`, counted no further than `limit`: any result above it means "more than that".
 * Use it to refuse a long text without paying for all of it.
 */
export function countTokensUpTo(text: string, limit: number): number {
  if ((text.length < shortText || limit === Number.POSITIVE_INFINITY) && hasOnlyWords(text)) {
    return loadEncoding().count(text);
  }
  let tokens = 0;
  for (const piece of splitIntoPieces(text)) {
    tokens += countPiece(piece, limit - tokens);
    if (tokens > limit) {
      break;
    }
  }
  return tokens;
}

/** Tokens of one piece; stops early, with any number above `limit`, once that is passed. */
export function countPiece(piece: string, limit: number): number {
  const { count } = loadEncoding();
  let tokens = 0;
  let start = 0;
  while (start < piece.length && tokens <= limit) {
    const end = stretchEnd(piece, start);
    tokens += count(piece.slice(start, end));
    start = end;
  }
  return tokens;
}

/** Whether no piece has to be taken apart. */
function hasOnlyWords(text: string): boolean {
  if (text.length <= longestStretch) {
    return true;
  }
  for (const piece of splitIntoPieces(text)) {
    if (piece.length > longestStretch) {
      return false;
    }
  }
  return true;
}

function readEncoding(): LoadedEncoding {
  // `require` because counting is synchronous and only the CommonJS build can be loaded late.
  const require = createRequire(import.meta.url);
  const encoding = require('gpt-tokenizer/encoding/o200k_base') as typeof Encoding;
  const constants = require('gpt-tokenizer/encodingParams/constants') as typeof EncodingConstants;
  encoding.setMergeCacheSize(rememberedMerges);
  return {
    splitter: constants.O200K_TOKEN_SPLIT_REGEX,
    count: (stretch) => encoding.countTokens(stretch, asOrdinaryText),
  };
}

function stretchEnd(piece: string, start: number): number {
  const end = start + longestStretch;
  if (end >= piece.length) {
    return piece.length;
  }
  const lastUnit = piece.charCodeAt(end - 1);
  return lastUnit >= 0xd800 && lastUnit <= 0xdbff ? end - 1 : end;
}
