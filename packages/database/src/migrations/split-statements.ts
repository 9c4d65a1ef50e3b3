/** Splits a migration into statements, each with its place in the file. */
import { scanSql, type SqlToken } from './sql-tokens.ts';

/** One statement of a file, without its semicolon. */
export interface SqlStatement {
  /** The text as it stands in the file, with the comments above it. */
  text: string;
  /** Where `text` starts, counted in UTF-16 units from 0. */
  offset: number;
  /** The line of the first token that is no comment, counted from 1. */
  line: number;
  /** True when there are only comments: kept for the history, never executed. */
  empty: boolean;
  /** The unquoted words outside of strings, lower case, at most the first 12. */
  words: readonly string[];
}

const wordsKept = 12;

class StatementBuilder {
  readonly #sql: string;
  #first: SqlToken | undefined;
  #firstCode: SqlToken | undefined;
  #last: SqlToken | undefined;
  #previous: string | undefined;
  #words: string[] = [];
  #parentheses = 0;
  #blocks = 0;
  #definesRoutine = false;

  constructor(sql: string) {
    this.#sql = sql;
  }

  /** True when a semicolon here would end the statement. */
  get open(): boolean {
    return this.#parentheses === 0 && this.#blocks === 0;
  }

  add(token: SqlToken): void {
    this.#first ??= token;
    this.#last = token;
    if (token.kind === 'comment') return;
    this.#firstCode ??= token;
    const text = this.#sql.slice(token.start, token.end).toLowerCase();
    if (token.kind === 'word') this.#addWord(text);
    if (text === '(') this.#parentheses += 1;
    if (text === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
    this.#previous = text;
  }

  #addWord(text: string): void {
    if (this.#words.length < wordsKept) this.#words.push(text);
    if (text === 'function' || text === 'procedure') {
      this.#definesRoutine ||= this.#words[0] === 'create';
    }
    // Behind a dot or "as" these are names, not the start or end of a block.
    if (this.#previous === '.' || this.#previous === 'as') return;
    if (this.#blocks > 0) {
      if (text === 'case') this.#blocks += 1;
      if (text === 'end') this.#blocks -= 1;
    } else if (text === 'atomic' && this.#previous === 'begin' && this.#definesRoutine) {
      this.#blocks = 1;
    }
  }

  build(lines: LineCounter): SqlStatement | undefined {
    if (this.#first === undefined || this.#last === undefined) return undefined;
    const offset = this.#first.start;
    const lineAt = (this.#firstCode ?? this.#first).start;
    return {
      text: this.#sql.slice(offset, this.#last.end),
      offset,
      line: lines.at(lineAt),
      empty: this.#firstCode === undefined,
      words: this.#words,
    };
  }
}

/** Counts lines for offsets that only grow: a file of 10 MB may have 100,000 statements. */
class LineCounter {
  readonly #sql: string;
  #line = 1;
  #next: number;

  constructor(sql: string) {
    this.#sql = sql;
    this.#next = sql.indexOf('\n');
  }

  at(offset: number): number {
    while (this.#next >= 0 && this.#next < offset) {
      this.#line += 1;
      this.#next = this.#sql.indexOf('\n', this.#next + 1);
    }
    return this.#line;
  }
}

/** The line, counted from 1, on which an offset lies. */
export function lineOfOffset(sql: string, offset: number): number {
  return new LineCounter(sql).at(offset);
}

/**
 * Splits at the semicolons that end a statement: not those in strings, comments, parentheses (as in
 * `create rule … do (…; …)`) or `begin atomic … end`. Comments stay with the statement below them;
 * what stands behind the last one is an empty statement of its own, as the Supabase CLI stores it.
 */
export function splitStatements(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  const lines = new LineCounter(sql);
  let builder = new StatementBuilder(sql);
  const finish = (): void => {
    const statement = builder.build(lines);
    if (statement !== undefined) statements.push(statement);
    builder = new StatementBuilder(sql);
  };
  for (const token of scanSql(sql)) {
    if (token.kind === 'symbol' && sql[token.start] === ';' && builder.open) finish();
    else builder.add(token);
  }
  finish();
  return statements;
}
