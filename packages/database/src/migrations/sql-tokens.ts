/**
 * Cuts SQL into tokens the way PostgreSQL's own scanner does, far enough to know what is code and
 * what is text: strings, dollar quotes, quoted names and nested comments.
 *
 * It assumes `standard_conforming_strings = on`, PostgreSQL's default since 9.1.
 * Source: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */

export type SqlTokenKind = 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'comment';

/** One token; `start` and `end` are offsets into the text, `end` exclusive. Space is left out. */
export interface SqlToken {
  kind: SqlTokenKind;
  start: number;
  end: number;
}

const space = /[ \t\n\r\f\v]+/y;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const lineComment = /--[^\n\r]*/y;
// A string goes on behind a quote, a line end and another quote; what lies between may be comments.
const continuation = /(?:[ \t\f\v]|--[^\n\r]*)*[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*'/y;

function endOfMatch(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : -1;
}

function endOfBlockComment(sql: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  while (at < sql.length && depth > 0) {
    if (sql.startsWith('/*', at)) {
      depth += 1;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
    } else {
      at += 1;
    }
  }
  return Math.min(at, sql.length);
}

/** `open` is the offset behind the opening quote. A doubled quote stands for one. */
function endOfQuoted(sql: string, open: number, quote: string, escapes: boolean): number {
  for (let at = open; at < sql.length; at += 1) {
    const character = sql[at];
    if (escapes && character === '\\') {
      at += 1;
    } else if (character === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return sql.length;
}

function endOfString(sql: string, open: number, escapes: boolean): number {
  let end = endOfQuoted(sql, open, "'", escapes);
  for (;;) {
    const next = endOfMatch(continuation, sql, end);
    if (next < 0) return end;
    end = endOfQuoted(sql, next, "'", escapes);
  }
}

function endOfDollarQuote(sql: string, start: number, tagEnd: number): number {
  const tag = sql.slice(start, tagEnd);
  const close = sql.indexOf(tag, tagEnd);
  return close < 0 ? sql.length : close + tag.length;
}

function scanAt(sql: string, start: number): SqlToken {
  const token = (kind: SqlTokenKind, end: number): SqlToken => ({ kind, start, end });
  const character = sql[start];
  if (sql.startsWith('--', start)) return token('comment', endOfMatch(lineComment, sql, start));
  if (sql.startsWith('/*', start)) return token('comment', endOfBlockComment(sql, start));
  if (character === "'") return token('string', endOfString(sql, start + 1, false));
  if (character === '"') return token('quoted', endOfQuoted(sql, start + 1, '"', false));
  if (character === '$') {
    const tagEnd = endOfMatch(dollarTag, sql, start);
    if (tagEnd > 0) return token('string', endOfDollarQuote(sql, start, tagEnd));
  }
  const wordEnd = endOfMatch(word, sql, start);
  if (wordEnd > 0) {
    const escapes = wordEnd === start + 1 && /e/i.test(character ?? '') && sql[wordEnd] === "'";
    return escapes ? token('string', endOfString(sql, wordEnd + 1, true)) : token('word', wordEnd);
  }
  const numberEnd = endOfMatch(number, sql, start);
  return numberEnd > 0 ? token('number', numberEnd) : token('symbol', start + 1);
}

/**
 * Yields the tokens of a text, comments included, space left out. Never throws: what is not closed
 * runs to the end, and PostgreSQL says so when it is executed.
 */
export function* scanSql(sql: string): Generator<SqlToken> {
  let at = 0;
  while (at < sql.length) {
    const spaceEnd = endOfMatch(space, sql, at);
    if (spaceEnd > 0) {
      at = spaceEnd;
      continue;
    }
    const token = scanAt(sql, at);
    yield token;
    at = token.end;
  }
}
