/** Reads the names out of `create index concurrently` and `drop index concurrently`. */
import { scanSql, type SqlToken } from './sql-tokens.ts';

/** The parts of a `create index concurrently`, each as it is written. */
export interface CreateIndexStatement {
  /** The index's name, unquoted and folded as PostgreSQL folds it. */
  name: string;
  /** The table as written, with its schema if it has one. */
  table: string;
  /** The table without its schema, as written. */
  tableName: string;
  /** The statement with `concurrently` taken out and the table in schema `pg_temp`. */
  onTemporaryTable: string;
}

class Cursor {
  readonly #sql: string;
  readonly #tokens: SqlToken[];
  #at = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = [...scanSql(sql)].filter((token) => token.kind !== 'comment');
  }

  peek(): SqlToken | undefined {
    return this.#tokens[this.#at];
  }

  text(token: SqlToken | undefined): string {
    return token === undefined ? '' : this.#sql.slice(token.start, token.end);
  }

  /** Steps over the words that stand here in this order; returns the last, or undefined if none do. */
  skip(...words: string[]): SqlToken | undefined {
    const found = words.every((word, index) => {
      const token = this.#tokens[this.#at + index];
      return token?.kind === 'word' && this.text(token).toLowerCase() === word;
    });
    if (!found) return undefined;
    this.#at += words.length;
    return this.#tokens[this.#at - 1];
  }

  /** Takes a name, perhaps with a schema; its tokens, or none when no name stands here. */
  takeName(): SqlToken[] {
    const tokens: SqlToken[] = [];
    for (;;) {
      const token = this.peek();
      if (token?.kind !== 'word' && token?.kind !== 'quoted') return tokens;
      tokens.push(token);
      this.#at += 1;
      if (this.text(this.peek()) !== '.') return tokens;
      this.#at += 1;
    }
  }
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

function writtenName(sql: string, tokens: readonly SqlToken[]): string {
  return tokens.map((token) => sql.slice(token.start, token.end)).join('.');
}

/** Reads a `create index concurrently`; undefined when the index has no name, or it is none. */
export function parseCreateIndex(sql: string): CreateIndexStatement | undefined {
  const cursor = new Cursor(sql);
  cursor.skip('create');
  cursor.skip('unique');
  cursor.skip('index');
  const concurrently = cursor.skip('concurrently');
  cursor.skip('if', 'not', 'exists');
  const next = cursor.peek();
  if (concurrently === undefined || cursor.text(next).toLowerCase() === 'on') return undefined;
  const [name] = cursor.takeName();
  cursor.skip('on');
  cursor.skip('only');
  const table = cursor.takeName();
  const first = table[0];
  const last = table.at(-1);
  if (name === undefined || first === undefined || last === undefined) return undefined;
  const tableName = cursor.text(last);
  return {
    name: unquote(cursor.text(name)),
    table: writtenName(sql, table),
    tableName,
    onTemporaryTable: [
      sql.slice(0, concurrently.start),
      sql.slice(concurrently.end, first.start),
      `pg_temp.${tableName}`,
      sql.slice(last.end),
    ].join(''),
  };
}

/** The index that a `drop index concurrently` names, as written; undefined when it is none. */
export function parseDropIndex(sql: string): string | undefined {
  const cursor = new Cursor(sql);
  if (cursor.skip('drop', 'index', 'concurrently') === undefined) return undefined;
  cursor.skip('if', 'exists');
  const name = cursor.takeName();
  return name.length === 0 ? undefined : writtenName(sql, name);
}
