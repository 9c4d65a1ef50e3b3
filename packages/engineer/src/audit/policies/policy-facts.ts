/** In charge of what rules about policies ask: the tables, the other policies, and who is asking. */
import type { FuncCall, Node } from '@pgsql/types';
import type { FunctionSource } from '../functions/read-functions.ts';
import { isAlwaysTrue, type Value, type World } from './evaluate-condition.ts';
import { Identity } from './identity.ts';
import type { Policy, PolicyTable, Verb } from './policy.ts';

/** Who is asking, as far as a condition can tell. */
export type Asker = 'nobody' | 'somebody' | 'unknown';

/** Everything beside the one policy that is looked at. */
export class PolicyFacts {
  readonly identity: Identity;
  readonly #tables: ReadonlyMap<string, PolicyTable>;
  readonly #policies = new Map<string, Policy[]>();

  constructor(
    policies: readonly Policy[],
    tables: readonly PolicyTable[],
    functions: readonly FunctionSource[],
  ) {
    this.identity = new Identity(functions);
    this.#tables = new Map(tables.map((table) => [table.id, table]));
    for (const policy of policies) {
      const others = this.#policies.get(policy.tableId);
      if (others) others.push(policy);
      else this.#policies.set(policy.tableId, [policy]);
    }
  }

  /** The table by its OID; undefined where it has no row level security. */
  table(id: string): PolicyTable | undefined {
    return this.#tables.get(id);
  }

  /** The policies of a table that govern a verb. */
  policiesOf(tableId: string, verb?: Verb): Policy[] {
    const all = this.#policies.get(tableId) ?? [];
    return verb === undefined ? all : all.filter(({ verbs }) => verbs.includes(verb));
  }

  /**
   * Whether a condition lets every row through when this one asks, the restrictive policies that
   * come on top for the verb included.
   */
  isOpen(policy: Policy, condition: Node | null, verb: Verb, asker: Asker): boolean {
    const world = this.#worldOf(policy, asker);
    const isOpenTo = (one: Node | null) => isAlwaysTrue(one, world);
    return (
      isOpenTo(condition) &&
      this.policiesOf(policy.tableId, verb)
        .filter((other) => !other.permissive && meets(policy, other))
        .every((other) => isOpenTo(other.using ?? other.check))
    );
  }

  #worldOf(policy: Policy, asker: Asker): World {
    const required = this.table(policy.tableId)?.required ?? [];
    return { required, call: (name, call) => this.#answer(name, call, asker) };
  }

  #answer(name: string, call: FuncCall, asker: Asker): Value | null {
    if (asker === 'unknown') return null;
    const isWrapper = this.identity.isWrapper(name);
    if (!isWrapper && !this.identity.isDirect(name)) return null;
    // Whether somebody may is another question than who it is.
    if (isWrapper && this.identity.sourcesOf(name).every(({ givesBoolean }) => givesBoolean))
      return null;
    if (name === 'auth.role')
      return asker === 'nobody' ? null : { kind: 'known', value: 'authenticated' };
    if (asker === 'nobody') return { kind: 'null' };
    return { kind: 'any', shape: JSON.stringify([name, call.args ?? []]), canBeNull: false };
  }
}

/** A restrictive policy counts only where it is for everyone that the other one is for. */
function meets(policy: Policy, restrictive: Policy): boolean {
  return (
    restrictive.roles.includes('public') ||
    policy.outsiders.every((role) => restrictive.outsiders.includes(role))
  );
}
