/** In charge of the code inside a statement: `do` blocks and the bodies of functions. */
import { scanSql, splitStatements } from '@catb/database';
import { byteOffsetsOf } from './byte-offsets.ts';
import { asNode, nodesOf, stringsOf } from './nodes.ts';
import type { LintStatement, StatementContext } from './statement.ts';
import { readDynamicSql } from './dynamic-sql.ts';
import { findBodyPieces, withoutTargets } from './plpgsql-statements.ts';

/** A statement inside of another one. */
export interface InnerText {
  context: StatementContext;
  text: string;
  /** Where the text starts in the file; undefined when it stands there in another form. */
  textStart: number | undefined;
  /** What to point at when the text has no place of its own. */
  near: number;
}

interface Body {
  code: string;
  language: string;
  context: StatementContext;
  start: number | undefined;
  near: number;
}

/** The statements inside; none when it is neither a block nor a function, or in another language. */
export function findInnerTexts(statement: LintStatement): InnerText[] {
  const body = findBody(statement);
  if (body?.language === 'plpgsql') return readPlpgsql(body);
  return body?.language === 'sql' ? readSql(body) : [];
}

function findBody(statement: LintStatement): Body | undefined {
  const block = asNode(statement.tree, 'DoStmt');
  const routine = asNode(statement.tree, 'CreateFunctionStmt');
  const options = nodesOf(block?.args ?? routine?.options, 'DefElem');
  const option = (name: string) => options.find((each) => each.defname === name);
  const code = option('as');
  if (code === undefined) return undefined;
  const language = asNode(option('language')?.arg, 'String')?.sval ?? 'plpgsql';
  const value =
    asNode(code.arg, 'String')?.sval ?? stringsOf(asNode(code.arg, 'List')?.items)[0] ?? '';
  const from = byteOffsetsOf(statement.text)(code.location ?? 0);
  const literal = findLiteral(statement.text, from);
  const start =
    statement.textStart !== undefined && literal?.content === value
      ? statement.textStart + literal.start
      : undefined;
  const near = statement.place(code.location);
  const inner = block === undefined || statement.context === 'function' ? 'function' : 'block';
  return { code: value, language: language.toLowerCase(), context: inner, start, near };
}

/** The first string from there on, without its quotes. */
function findLiteral(text: string, from: number): { content: string; start: number } | undefined {
  for (const token of scanSql(text.slice(from))) {
    if (token.kind !== 'string') continue;
    const literal = text.slice(from + token.start, from + token.end);
    const quote = /^(?:\$[^$]*\$|[eE]?')/.exec(literal)?.[0] ?? '';
    const closing = quote.startsWith('$') ? quote.length : 1;
    return {
      content: literal.slice(quote.length, -closing),
      start: from + token.start + quote.length,
    };
  }
  return undefined;
}

function readPlpgsql({ code, context, start, near }: Body): InnerText[] {
  return findBodyPieces(code).flatMap((piece): InnerText[] => {
    const text = code.slice(piece.start, piece.end);
    const place = start === undefined ? undefined : start + piece.start;
    if (piece.kind === 'sql') {
      return [{ context, text: withoutTargets(text), textStart: place, near: place ?? near }];
    }
    const made = readDynamicSql(text);
    if (made === undefined) return [];
    return splitStatements(made)
      .filter((each) => !each.empty)
      .map((each) => ({
        context,
        text: each.text,
        textStart: undefined,
        near: place ?? near,
      }));
  });
}

function readSql({ code, context, start, near }: Body): InnerText[] {
  return splitStatements(code)
    .filter((each) => !each.empty)
    .map((each) => {
      const place = start === undefined ? undefined : start + each.offset;
      return { context, text: each.text, textStart: place, near: place ?? near };
    });
}
