/** In charge of which expressions say who is asking: Supabase's functions, settings, and what wraps them. */
import type { Node } from '@pgsql/types';
import { listCalls, type Call } from '../functions/list-calls.ts';
import type { FunctionSource } from '../functions/read-functions.ts';
import type { PolicyTable } from './policy.ts';
import { calledName, findNodes } from './walk-tree.ts';

const direct = new Set([
  'auth.uid',
  'auth.jwt',
  'auth.role',
  'auth.email',
  'current_setting',
  'pg_catalog.current_setting',
]);

/** `current_user` and its like, which are no functions to the parser. */
const userNames = /^SVFOP_(CURRENT_USER|CURRENT_ROLE|SESSION_USER|USER)$/;

/** Knows which functions of a database say who is asking. */
export class Identity {
  readonly #functions = new Map<string, FunctionSource[]>();
  readonly #asks = new Map<string, boolean>();
  readonly #conditions = new WeakMap<Node, boolean>();

  constructor(functions: readonly FunctionSource[]) {
    for (const source of functions) {
      for (const key of [`${source.schema}.${source.name}`, `*.${source.name}`]) {
        this.#functions.set(key, [...(this.#functions.get(key) ?? []), source]);
      }
    }
  }

  /** Supabase's own function, or a setting. */
  isDirect(name: string): boolean {
    return direct.has(name);
  }

  /** A function of this database that comes to ask one of those. */
  isWrapper(name: string): boolean {
    return !direct.has(name) && this.#reaches(name, new Set());
  }

  /** Whether a condition depends on who is asking. */
  isAskedBy(node: Node | null | undefined): boolean {
    if (!node) return false;
    let asks = this.#conditions.get(node);
    if (asks === undefined) {
      asks =
        findNodes(node, 'FuncCall').some((call) => {
          const name = calledName(call);
          return this.isDirect(name) || this.isWrapper(name);
        }) || findNodes(node, 'SQLValueFunction').some(({ op }) => userNames.test(op ?? ''));
      this.#conditions.set(node, asks);
    }
    return asks;
  }

  /** The functions of this name, written in SQL or PL/pgSQL; one for each set of arguments. */
  sourcesOf(name: string): readonly FunctionSource[] {
    return this.#functions.get(name) ?? [];
  }

  #reaches(name: string, underway: Set<string>): boolean {
    const known = this.#asks.get(name);
    if (known !== undefined) return known;
    if (underway.has(name)) return false;
    underway.add(name);
    const asks = this.sourcesOf(name).some((source) =>
      listCalls(source.body).some(
        (call) => direct.has(written(call)) || this.#reaches(keyOf(call), underway),
      ),
    );
    this.#asks.set(name, asks);
    return asks;
  }
}

function written({ schema, name }: Call): string {
  return schema === null ? name : `${schema}.${name}`;
}

/** Without a schema it may be that of any: which one is a matter of the search_path. */
function keyOf({ schema, name }: Call): string {
  return `${schema ?? '*'}.${name}`;
}

/** The columns of the policy's own table that a condition names, subqueries included. */
export function ownColumns(
  node: Node | readonly Node[],
  { relation, columns }: Pick<PolicyTable, 'relation' | 'columns'>,
): Set<string> {
  return new Set(
    findNodes(node, 'ColumnRef').flatMap(({ fields }) => {
      const names = (fields ?? []).flatMap((field) =>
        'String' in field && field.String.sval !== undefined ? [field.String.sval] : [],
      );
      const column = names.at(-1);
      if (column === undefined || !columns.includes(column)) return [];
      return names.length === 1 || names.at(-2) === relation ? [column] : [];
    }),
  );
}
