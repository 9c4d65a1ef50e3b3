/** In charge of what a statement says about a function: who it runs as, and with which search path. */
import type { Node } from 'libpg-query';
import { asNode, nodesOf, stringsOf, type NodeOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';
import type { CatalogFunction } from './catalog.ts';
import { argumentTypes, joinName, typeText } from './names.ts';

/** What a list of options does to the function's own `search_path`. */
export type PathChange = 'sets' | 'resets' | 'leaves';

/** A function that a statement makes or alters. */
export interface RoutineChange extends Omit<CatalogFunction, 'volatile'> {
  /** Null for what the statement leaves as it was, which only `alter` can. */
  security: 'definer' | 'invoker' | null;
  path: PathChange;
}

/**
 * The function, when the statement makes or alters one.
 *
 * @param defaultSchema the schema of a function whose name is written without one
 */
export function readRoutine(
  { tree }: LintStatement,
  defaultSchema: string,
): RoutineChange | undefined {
  const made = asNode(tree, 'CreateFunctionStmt');
  if (made !== undefined) {
    const given = argumentTypes(made.parameters);
    return readOptions(signature(made.funcname, given, defaultSchema), made.options);
  }
  const altered = asNode(tree, 'AlterFunctionStmt');
  if (altered === undefined) return undefined;
  const given = nodesOf(altered.func?.objargs, 'TypeName').map(typeText).join(', ');
  return readOptions(signature(altered.func?.objname, given, defaultSchema), altered.actions);
}

function signature(name: Node[] | undefined, given: string, defaultSchema: string): string {
  const parts = stringsOf(name);
  const qualified = parts.length > 1 ? parts : [defaultSchema, ...parts];
  return `${joinName(...qualified)}(${given})`;
}

function readOptions(name: string, options: Node[] | undefined): RoutineChange {
  let security: RoutineChange['security'] = null;
  let path: PathChange = 'leaves';
  let searchPath: string | null = null;
  for (const { defname, arg } of nodesOf(options, 'DefElem')) {
    if (defname === 'security') {
      security = asNode(arg, 'Boolean')?.boolval === true ? 'definer' : 'invoker';
    }
    const set = defname === 'set' ? asNode(arg, 'VariableSetStmt') : undefined;
    if (set?.kind === 'VAR_RESET_ALL') path = 'resets';
    if (set?.name !== 'search_path') continue;
    path = set.kind === 'VAR_RESET' || set.kind === 'VAR_SET_DEFAULT' ? 'resets' : 'sets';
    searchPath = readPath(set);
  }
  return { signature: name, definer: security === 'definer', security, path, searchPath };
}

function readPath(set: NodeOf<'VariableSetStmt'>): string {
  return nodesOf(set.args, 'A_Const')
    .map((constant) => (constant as { sval?: { sval?: string } }).sval?.sval ?? '')
    .join(', ');
}
