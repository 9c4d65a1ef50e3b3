/** In charge of all statements of a file, those inside of blocks and functions included. */
import { scanSql, splitStatements, type SqlStatement } from '@catb/database';
import { byteOffsetsOf } from './byte-offsets.ts';
import { findInnerTexts, type InnerText } from './find-bodies.ts';
import { kindOf } from './nodes.ts';
import { parseStatement } from './parse-statement.ts';
import { endsRows, findPsqlCommand } from './psql-commands.ts';
import type { SourceText } from './source-text.ts';
import type { LintStatement } from './statement.ts';

/** A part of a file that is not SQL as PostgreSQL reads it. */
export interface StatementProblem {
  /** `unread`: code inside a body that only PL/pgSQL may understand. */
  kind: 'syntax' | 'psql' | 'unread';
  message: string;
  offset: number;
}

export interface FileStatements {
  /** What the file is made of, as the migrator cuts it; comments alone left out. */
  parts: SqlStatement[];
  statements: LintStatement[];
  problems: StatementProblem[];
}

/** A function made by a function made by a function is as far as it goes. */
const deepest = 3;

class StatementReader {
  readonly statements: LintStatement[] = [];
  readonly problems: StatementProblem[] = [];

  /** Inside of rows that only psql would read. */
  #inRows = false;

  readPart(source: SourceText, part: SqlStatement, top: number): void {
    if (this.#inRows) {
      this.#inRows = !endsRows(part);
      return;
    }
    const psql = findPsqlCommand(source.text, part);
    if (psql !== undefined) {
      this.#inRows = psql.rowsFollow;
      this.problems.push({ kind: 'psql', message: psql.message, offset: psql.offset });
      return;
    }
    const parsed = parseStatement(part.text);
    if (parsed.problem !== undefined) {
      const { message, offset } = parsed.problem;
      this.problems.push({ kind: 'syntax', message, offset: part.offset + offset });
      return;
    }
    const { text, offset } = part;
    const inner = { context: 'migration' as const, text, textStart: offset, near: offset };
    this.#add(parsed.tree, inner, top, 0);
  }

  #add(tree: LintStatement['tree'], inner: InnerText, top: number, depth: number): void {
    const { text, textStart, near, context } = inner;
    const toUnits = byteOffsetsOf(text);
    const start = textStart === undefined ? near : textStart + firstCode(text);
    const statement: LintStatement = {
      kind: kindOf(tree),
      tree,
      context,
      order: this.statements.length,
      top,
      text,
      start,
      end: textStart === undefined ? near : textStart + text.length,
      textStart,
      place: (byte) =>
        textStart === undefined || byte === undefined ? start : textStart + toUnits(byte),
    };
    this.statements.push(statement);
    if (depth >= deepest) return;
    for (const each of findInnerTexts(statement)) this.#readInner(each, top, depth + 1);
  }

  #readInner(inner: InnerText, top: number, depth: number): void {
    const parsed = parseStatement(inner.text);
    if (parsed.tree !== undefined) {
      this.#add(parsed.tree, inner, top, depth);
    } else {
      this.problems.push({ kind: 'unread', message: parsed.problem.message, offset: inner.near });
    }
  }
}

function firstCode(text: string): number {
  for (const token of scanSql(text)) if (token.kind !== 'comment') return token.start;
  return 0;
}

/** Reads statement by statement, so that one that PostgreSQL refuses does not hide the others. */
export function readStatements(source: SourceText): FileStatements {
  const parts = splitStatements(source.text).filter((part) => !part.empty);
  const reader = new StatementReader();
  for (const [top, part] of parts.entries()) reader.readPart(source, part, top);
  return { parts, statements: reader.statements, problems: reader.problems };
}
