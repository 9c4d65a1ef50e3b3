/**
 * In charge of finding the SQL statements in a PL/pgSQL body, each at its exact place.
 *
 * The parser's own `parsePlPgSQL` gives no offsets and refuses bodies that are right (a record or an
 * enum behind `into`, `out` parameters), so it can't be what a rule's silence rests on.
 */
import { scanSql } from '@catb/database';

/** A piece of the body; `dynamic` is the expression behind `execute`. Offsets in UTF-16 units. */
export interface BodyPiece {
  kind: 'sql' | 'dynamic';
  start: number;
  end: number;
}

/** What ends a condition or a loop's head, behind which the next statement starts. */
const headEnds: Readonly<Record<string, string>> = {
  if: 'then',
  elsif: 'then',
  elseif: 'then',
  when: 'then',
  while: 'loop',
  for: 'loop',
  foreach: 'loop',
};
/** Behind these words a statement starts at once. */
const openers = new Set(['begin', 'declare', 'else', 'loop', 'exception']);
const sqlStarts = new Set(
  (
    'alter analyze call cluster comment copy create delete do drop grant import insert lock merge ' +
    'refresh reindex revoke security select set reset truncate update vacuum values with'
  ).split(' '),
);

/** Reads the body from front to back, and knows at each token whether a statement can start there. */
class BodyReader {
  readonly #body: string;
  // Numbers and not tokens: a body of ten megabytes has three million of them.
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly pieces: BodyPiece[] = [];
  #at = 0;

  constructor(body: string) {
    this.#body = body;
    for (const { kind, start, end } of scanSql(body)) {
      if (kind === 'comment') continue;
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  read(): BodyPiece[] {
    while (this.#at < this.#ends.length) this.#readStatement();
    return this.pieces;
  }

  #word(at = this.#at): string {
    const start = this.#starts[at];
    return start === undefined ? '' : this.#body.slice(start, this.#ends[at]).toLowerCase();
  }

  /** The first token from `from` on and before `to` that is this word, or -1. */
  #find(word: string, from: number, to: number): number {
    for (let at = from; at < to; at += 1) if (this.#word(at) === word) return at;
    return -1;
  }

  #readStatement(): void {
    const word = this.#word();
    const headEnd = headEnds[word];
    if (headEnd !== undefined) {
      this.#readHead(word, headEnd);
    } else if (openers.has(word) || word === ';') {
      this.#at += 1;
    } else if (word === '<' && this.#word(this.#at + 1) === '<') {
      this.#skipTo((token) => token === '>');
      this.#at += 2;
    } else if (word === 'end') {
      // "end case" and "end if" begin nothing.
      while (this.#at < this.#ends.length && this.#word() !== ';') this.#at += 1;
    } else if (word === 'case') {
      this.#skipTo((token) => token === 'when');
    } else {
      this.#readSimple(word);
    }
  }

  /** A loop over a query holds a statement itself: `for r in delete from … returning … loop`. */
  #readHead(word: string, headEnd: string): void {
    const from = this.#at + 1;
    this.#skipTo((token) => token === headEnd);
    if (word === 'for') {
      const behindIn = this.#find('in', from, this.#at);
      if (behindIn >= 0) this.#addPiece(behindIn + 1, this.#at);
    }
    this.#at += 1;
  }

  #readSimple(word: string): void {
    let from = this.#at;
    this.#skipTo((token) => token === ';');
    if (word === 'return' && this.#word(from + 1) === 'query') from += 2;
    if (word === 'open') {
      const behindFor = this.#find('for', from + 1, this.#at);
      if (behindFor >= 0) from = behindFor + 1;
    }
    this.#addPiece(from, this.#at);
    this.#at += 1;
  }

  #addPiece(from: number, to: number): void {
    const word = this.#word(from);
    const first = word === 'execute' ? from + 1 : from;
    const [start, end] = [this.#starts[first], this.#ends[to - 1]];
    if (start === undefined || end === undefined || first > to - 1) return;
    const assigns = this.#word(from + 1) === ':' || this.#word(from + 1) === '=';
    const kind = word === 'execute' ? 'dynamic' : 'sql';
    if (kind === 'sql' && (!sqlStarts.has(word) || assigns)) return;
    this.pieces.push({ kind, start, end });
  }

  /** Steps to the next token that is wanted, over parentheses and `case … end`. */
  #skipTo(wanted: (token: string) => boolean): void {
    let depth = 0;
    let cases = 0;
    // The first token is the statement's own word.
    for (this.#at += 1; this.#at < this.#ends.length; this.#at += 1) {
      const token = this.#word();
      if (depth === 0 && cases === 0 && wanted(token)) return;
      if (token === '(') depth += 1;
      if (token === ')') depth -= 1;
      if (token === 'case') cases += 1;
      if (token === 'end' && cases > 0) cases -= 1;
    }
  }
}

/** The statements of a body and the expressions that it executes, in their order. */
export function findBodyPieces(body: string): BodyPiece[] {
  return new BodyReader(body).read();
}

/**
 * The text with what only PL/pgSQL knows blanked out: `into [strict] target, …` and what follows the
 * `using` of an `execute`. Its length stays, so that places stay.
 */
export function withoutTargets(text: string): string {
  const tokens = [...scanSql(text)].filter((token) => token.kind !== 'comment');
  const word = (at: number) => text.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase();
  for (let at = 0; at < tokens.length; at += 1) {
    if (word(at) !== 'into' || ['insert', 'merge'].includes(word(at - 1))) continue;
    let end = at + (word(at + 1) === 'strict' ? 2 : 1);
    while ([',', '.'].includes(word(end + 1))) end += 2;
    const from = tokens[at]?.start ?? 0;
    const to = tokens[end]?.end ?? text.length;
    return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to);
  }
  return text;
}
