/** In charge of reading PostgreSQL's parse trees as plain data. */
import { parseSync } from 'libpg-query';

/** A node: `{ <Type>: <fields> }`, or the fields. */
export type Tree = Record<string, unknown>;

/** Whether something is a node or fields, not a list or a plain value. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type and the fields of a node that has exactly one type. */
export function openNode(node: unknown): [type: string, fields: Tree] | undefined {
  if (!isTree(node)) return undefined;
  const [entry, ...others] = Object.entries(node);
  if (entry === undefined || others.length > 0) return undefined;
  const [type, fields] = entry;
  return /^[A-Z]/.test(type) && isTree(fields) ? [type, fields] : undefined;
}

/** The nodes of a list, none where there is no list. */
export function nodesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list of `String` nodes; `*` stands where another node is. */
export function namesOf(value: unknown): string[] {
  return nodesOf(value).map((node) => {
    const opened = openNode(node);
    const text = opened?.[0] === 'String' ? opened[1]['sval'] : undefined;
    return typeof text === 'string' ? text : '*';
  });
}

/** A field that is text. */
export function textOf(fields: Tree, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

/**
 * The statements of a script.
 *
 * @throws Error of libpg-query where it doesn't parse
 */
export function statementsOf(script: string): unknown[] {
  return nodesOf(parseSync(script).stmts).map((statement) =>
    isTree(statement) ? statement['stmt'] : undefined,
  );
}
