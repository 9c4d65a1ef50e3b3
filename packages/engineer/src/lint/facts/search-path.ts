/** In charge of where a name without a schema leads, at each statement of a file. */
import { asNode, nodesOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';

/** From which statement on which schemas are searched. */
interface PathChange {
  from: number;
  path: string[];
}

/** The search path as a file changes it. */
export class SearchPaths {
  readonly #changes: PathChange[] = [];
  #default: string[];

  /** @param standard what holds at the start; default `public` */
  constructor(standard: readonly string[] = ['public']) {
    this.#default = standard.length === 0 ? ['public'] : [...standard];
  }

  add(statement: LintStatement): void {
    const set = asNode(statement.tree, 'VariableSetStmt');
    if (set?.name !== 'search_path' || statement.context === 'function') return;
    const path = nodesOf(set.args, 'A_Const')
      .map((constant) => (constant as { sval?: { sval?: string } }).sval?.sval ?? '')
      .filter((schema) => schema !== '' && schema !== '$user');
    const resets = set.kind !== 'VAR_SET_VALUE' || path.length === 0;
    this.#changes.push({ from: statement.order, path: resets ? this.#default : path });
  }

  at(order: number): string[] {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#changes[middle]?.from ?? 0) <= order) low = middle + 1;
      else high = middle;
    }
    return this.#changes[low - 1]?.path ?? this.#default;
  }
}
