/** In charge of following a plpgsql body: its variables, its statements, what it returns. */
import { openScope, type Scope } from './scope.ts';
import { traceExpression } from './trace-expression.ts';
import type { Tracer } from './tracer.ts';
import { unite, unknownValue, type Value } from './trail.ts';
import { isTree, nodesOf, statementsOf, textOf, type Tree } from './tree.ts';

/** The value that the function returns. */
export function tracePlpgsql(tracer: Tracer, parsed: unknown, outer: Scope): Value {
  const [holder] = isTree(parsed) ? nodesOf(parsed['plpgsql_funcs']) : [];
  const fields = isTree(holder) ? holder['PLpgSQL_function'] : undefined;
  if (!isTree(fields)) return unknownValue;
  const body = new PlpgsqlBody(tracer, openScope(outer), nodesOf(fields['datums']));
  body.walk(fields['action']);
  return unite(body.returned);
}

class PlpgsqlBody {
  readonly returned: Value[] = [];
  readonly #tracer: Tracer;
  readonly #scope: Scope;
  readonly #names: (string | null)[];

  constructor(tracer: Tracer, scope: Scope, datums: readonly unknown[]) {
    this.#tracer = tracer;
    this.#scope = scope;
    this.#names = datums.map((datum) => {
      const [fields] = isTree(datum) ? Object.values(datum) : [];
      return isTree(fields) ? textOf(fields, 'refname') : null;
    });
    for (const [place, datum] of datums.entries()) {
      const variable = isTree(datum) ? datum['PLpgSQL_var'] : undefined;
      const first = isTree(variable) ? variable['default_val'] : undefined;
      if (first !== undefined) this.#assign(place, this.#expression(first));
    }
  }

  /** Follows statements in the order they are written. */
  walk(node: unknown): void {
    if (Array.isArray(node)) return node.forEach((each) => this.walk(each));
    if (!isTree(node)) return;
    for (const [type, fields] of Object.entries(node)) {
      if (type === 'PLpgSQL_expr') this.#expression(node);
      else if (isTree(fields) && this.#statement(type, fields)) continue;
      else this.walk(fields);
    }
  }

  #statement(type: string, fields: Tree): boolean {
    if (type === 'PLpgSQL_stmt_assign') {
      this.#assign(Number(fields['varno'] ?? 0), this.#expression(fields['expr']));
    } else if (type === 'PLpgSQL_stmt_execsql' && fields['into'] === true) {
      const value = this.#expression(fields['sqlstmt']);
      for (const name of targetsOf(fields['target'])) this.#add(name, value);
    } else if (type === 'PLpgSQL_stmt_fors') {
      const value = this.#expression(fields['query']);
      for (const name of targetsOf(fields['var'])) this.#add(name, value);
      this.walk(fields['body']);
    } else if (type === 'PLpgSQL_stmt_return' || type === 'PLpgSQL_stmt_return_next') {
      const variable =
        fields['retvarno'] === undefined ? null : this.#names[Number(fields['retvarno'])];
      const value = variable ? this.#scope.variables.get(variable) : undefined;
      this.returned.push(value ?? this.#expression(fields['expr']));
    } else if (type === 'PLpgSQL_stmt_return_query') {
      this.returned.push(this.#expression(fields['query']));
    } else {
      return false;
    }
    return true;
  }

  #assign(place: number, value: Value): void {
    const name = this.#names[place];
    if (name) this.#add(name, value);
  }

  /** A variable may be set in several branches: it can be any of them. */
  #add(name: string, value: Value): void {
    const before = this.#scope.variables.get(name);
    this.#scope.variables.set(name, before === undefined ? value : unite([before, value]));
  }

  #expression(node: unknown): Value {
    const fields = isTree(node) ? node['PLpgSQL_expr'] : undefined;
    if (!isTree(fields)) return unknownValue;
    const query = textOf(fields, 'query') ?? '';
    const mode = Number(fields['parseMode'] ?? 0);
    const script =
      mode === 0 ? query : `select ${mode === 2 ? query : query.replace(/^.*?:?=/s, '')}`;
    const values = statementsOf(script).map((statement) =>
      traceExpression(this.#tracer, statement, this.#scope),
    );
    return unite(values);
  }
}

function targetsOf(target: unknown): string[] {
  const [fields] = isTree(target) ? Object.values(target) : [];
  if (!isTree(fields)) return [];
  const names = nodesOf(fields['fields']).map((field) =>
    isTree(field) ? textOf(field, 'name') : null,
  );
  return [...names, textOf(fields, 'refname')].filter((name) => name !== null);
}
