/** In charge of walking through what PostgreSQL's parser gives: trees of `{ Kind: fields }`. */
import type { Node } from 'libpg-query';

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** Such as `UpdateStmt`. */
export type NodeKind = KeysOf<Node> & string;

/** The fields of a node of that kind. */
export type NodeOf<Kind extends NodeKind> =
  Extract<Node, Record<Kind, unknown>> extends Record<Kind, infer Fields> ? Fields : never;

/** The fields, when the node is of that kind. */
export function asNode<Kind extends NodeKind>(
  node: Node | undefined,
  kind: Kind,
): NodeOf<Kind> | undefined {
  return (node as Partial<Record<Kind, NodeOf<Kind>>> | undefined)?.[kind];
}

/** Those of that kind, in their order. */
export function nodesOf<Kind extends NodeKind>(
  nodes: readonly Node[] | undefined,
  kind: Kind,
): NodeOf<Kind>[] {
  const found: NodeOf<Kind>[] = [];
  for (const node of nodes ?? []) {
    const fields = asNode(node, kind);
    if (fields !== undefined) found.push(fields);
  }
  return found;
}

/** The one kind that a node is of. */
export function kindOf(node: Node): NodeKind {
  return Object.keys(node)[0] as NodeKind;
}

/** The texts of a list of `String` nodes, such as the parts of a name. */
export function stringsOf(nodes: readonly Node[] | undefined): string[] {
  return nodesOf(nodes, 'String').map((node) => node.sval ?? '');
}

/**
 * Calls for every node of a tree, the root first. With a stack of its own: an expression may be
 * nested deeper than JavaScript can call.
 */
export function walkNodes(
  tree: Node,
  visit: (kind: NodeKind, fields: unknown, isRoot: boolean) => void,
): void {
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const keys = Object.keys(value);
    const key = keys[0] ?? '';
    const fields = (value as Record<string, unknown>)[key];
    // A field's name starts with a small letter, a node's kind with a capital one.
    if (keys.length === 1 && /^[A-Z]/.test(key) && typeof fields === 'object') {
      visit(key as NodeKind, fields, value === tree);
    }
    for (let at = keys.length - 1; at >= 0; at -= 1) {
      const child = (value as Record<string, unknown>)[keys[at] ?? ''];
      if (typeof child === 'object') waiting.push(child);
    }
  }
}
