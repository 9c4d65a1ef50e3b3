/** In charge of the commands of an `alter table`, each with its place: the parser gives them none. */
import { scanSql } from '@catb/database';
import { nodesOf, type NodeOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';
import type { Fault, LintFile, LintRule } from '../rule.ts';
import { isNew } from '../rule.ts';
import { writtenName } from './made-objects.ts';

/** One command of an `alter table`. */
export interface CommandVisit {
  file: LintFile;
  statement: LintStatement;
  command: NodeOf<'AlterTableCmd'>;
  /** Schema-qualified and quoted where it must be. */
  table: string;
  /** Where it stands in the file, in UTF-16 units. */
  offset: number;
  /** Behind its last character; undefined when the statement does not stand in the file as it is. */
  end: number | undefined;
}

/**
 * For a rule that looks at the commands on tables that were there before: what happens to a table
 * that the same file makes concerns nobody yet.
 */
export function onTableCommands(
  check: (visit: CommandVisit) => Fault[],
): NonNullable<LintRule['on']> {
  return {
    AlterTableStmt: (node, { file, statement }) => {
      const table = file.facts.qualify(writtenName(node.relation), statement.order);
      if (node.objtype !== 'OBJECT_TABLE' || isNew(file, table, statement)) return [];
      const spans = commandSpans(statement, node);
      return nodesOf(node.cmds, 'AlterTableCmd').flatMap((command, index) => {
        const span = spans[index];
        const place = { offset: span?.start ?? statement.start, end: span?.end };
        return check({ file, statement, command, table, ...place }).map((fault) => ({
          offset: place.offset,
          ...fault,
        }));
      });
    },
  };
}

type Spans = { start: number; end: number }[];

/** A dozen rules ask for those of each statement. */
const knownSpans = new WeakMap<LintStatement, Spans>();

function commandSpans(statement: LintStatement, node: NodeOf<'AlterTableStmt'>): Spans {
  const spans = knownSpans.get(statement) ?? findCommandSpans(statement, node);
  knownSpans.set(statement, spans);
  return spans;
}

/** Cut at the commas outside of parentheses, behind the table's name. */
function findCommandSpans(statement: LintStatement, node: NodeOf<'AlterTableStmt'>): Spans {
  const { textStart, text } = statement;
  if (textStart === undefined) return [];
  const nameStart = statement.place(node.relation?.location) - textStart;
  const tokens = [...scanSql(text)].filter((token) => token.kind !== 'comment');
  const written = (at: number) => text.slice(tokens[at]?.start, tokens[at]?.end);
  let at = tokens.findIndex((token) => token.start >= nameStart) + 1;
  while (written(at) === '.') at += 2;
  if (written(at) === '*' || (written(at) === ')' && written(at - 2) === '(')) at += 1;
  const spans: Spans = [];
  let depth = 0;
  let first = at;
  for (; at <= tokens.length; at += 1) {
    const symbol = at < tokens.length ? written(at) : ',';
    if (symbol === '(') depth += 1;
    if (symbol === ')') depth -= 1;
    if (symbol !== ',' || depth > 0) continue;
    const start = textStart + (tokens[first]?.start ?? 0);
    spans.push({ start, end: textStart + (tokens[at - 1]?.end ?? text.length) });
    first = at + 1;
  }
  return spans;
}
