/** In charge of what the statements of one file say about each other. */
import { asNode, nodesOf, stringsOf, type NodeOf } from '../sql/nodes.ts';
import { unknownName } from '../sql/dynamic-sql.ts';
import type { LintStatement } from '../sql/statement.ts';
import type { Catalog, PolicyFacts } from './catalog.ts';
import {
  findDroppedRelations,
  findMadeObjects,
  writtenName,
  type MadeObject,
  type WrittenName,
} from './made-objects.ts';
import { columnKeptFromNull, type NotNullCheck } from './constraints.ts';
import { KeyedList } from './keyed-list.ts';
import { joinName, quoteName } from './names.ts';
import { readPolicy } from './read-policy.ts';
import { readRoutine, type RoutineChange } from './routines.ts';
import { SearchPaths } from './search-path.ts';

/** A policy that the file makes, changes or drops. */
export interface PolicyChange {
  change: 'create' | 'alter' | 'drop';
  /** The table, schema-qualified and quoted where it must be. */
  table: string;
  policy: PolicyFacts;
  statement: LintStatement;
}

/** A command of an `alter table` that is remembered by what it does to which table. */
export interface TableCommand {
  subtype: string;
  table: string;
  /** Of a column or a constraint; empty when the command names none. */
  name: string;
  statement: LintStatement;
}

/** A function that the file makes or alters. */
export interface RoutineStatement extends RoutineChange {
  order: number;
  isCreate: boolean;
}

/** What a policy is found by among those of all tables. */
export function policyKey(table: string, policy: string): string {
  return `${policy} on ${table}`;
}

/** What one file makes and changes, by name. */
export class FileFacts {
  readonly #made = new Map<string, number>();
  readonly #paths: SearchPaths;
  readonly #catalog: Catalog | undefined;
  readonly #dropped = new Set<string>();
  /** Tables that a function's body makes for itself, by the statement of the file it stands in. */
  readonly #inBodies = new Set<string>();
  #unknownTables: readonly string[] | undefined;
  /** By table, and by {@link policyKey}. */
  readonly policies = new KeyedList<PolicyChange>((each) => [
    each.table,
    policyKey(each.table, each.policy.name),
  ]);
  /** By table. */
  readonly commands = new KeyedList<TableCommand>(({ table }) => [table]);
  /** By signature. */
  readonly routines = new KeyedList<RoutineStatement>(({ signature }) => [signature]);
  /** By table. */
  readonly notNullChecks = new KeyedList<NotNullCheck>(({ table }) => [table]);
  readonly renames: NodeOf<'RenameStmt'>[] = [];

  constructor(statements: readonly LintStatement[], catalog?: Catalog) {
    this.#catalog = catalog;
    this.#paths = new SearchPaths(catalog?.searchPath);
    for (const statement of statements) {
      const made = findMadeObjects(statement);
      if (statement.context === 'function') {
        for (const { name } of made) this.#inBodies.add(`${statement.top} ${name.at(-1) ?? ''}`);
        continue;
      }
      this.#paths.add(statement);
      for (const object of made) this.#addMade(object, statement);
      for (const name of findDroppedRelations(statement)) {
        this.#dropped.add(this.qualify(name, statement.order));
      }
      this.#addPolicy(statement);
      this.#addRoutine(statement);
      this.renames.push(...nodesOf([statement.tree], 'RenameStmt'));
      this.#addCommands(statement);
    }
  }

  /** The name with its schema: as written, else that of the file's own object, else the target's. */
  qualify(name: WrittenName, order: number): string {
    if (name.length > 1) return joinName(...name.slice(-2));
    const last = name[0] ?? '';
    const candidates = this.#paths.at(order).map((schema) => joinName(schema, last));
    const known = candidates.find(
      (each) => this.#made.has(`relation ${each}`) || this.#catalog?.relations.has(each),
    );
    return known ?? candidates[0] ?? joinName('public', last);
  }

  /** The schema in which an object without one is made. */
  defaultSchema(order: number): string {
    return this.#paths.at(order)[0] ?? 'public';
  }

  /** True when an earlier statement of this file makes it. `name` as {@link qualify} gives it. */
  makes(kind: MadeObject['kind'], name: string, before = Infinity): boolean {
    return (this.#made.get(`${kind} ${name}`) ?? Infinity) < before;
  }

  /** True when the file drops that table or view. */
  drops(name: string): boolean {
    return this.#dropped.has(name);
  }

  /** Those that are changed or guarded under a name that is only known when it runs. */
  unknownTables(): readonly string[] {
    this.#unknownTables ??= [
      ...new Set([...this.commands.all, ...this.policies.all].map(({ table }) => table)),
    ].filter((table) => table.includes(quoteName(unknownName)));
    return this.#unknownTables;
  }

  /** True when the body that the statement stands in makes a table of that name for itself. */
  makesInBody({ top }: LintStatement, name: WrittenName): boolean {
    return this.#inBodies.has(`${top} ${name.at(-1) ?? ''}`);
  }

  #addMade(object: MadeObject, { order }: LintStatement): void {
    const qualified =
      object.kind === 'schema' || object.name.length > 1
        ? joinName(...object.name)
        : joinName(this.defaultSchema(order), ...object.name);
    const name = `${object.kind} ${qualified}${object.arguments === undefined ? '' : `(${object.arguments})`}`;
    // "create or replace" of something that the file made keeps the first.
    if (!this.#made.has(name)) this.#made.set(name, order);
  }

  #addPolicy(statement: LintStatement): void {
    const created = asNode(statement.tree, 'CreatePolicyStmt');
    const altered = asNode(statement.tree, 'AlterPolicyStmt');
    const dropped = asNode(statement.tree, 'DropStmt');
    const node = created ?? altered;
    if (node !== undefined) {
      const table = this.qualify(writtenName(node.table), statement.order);
      const change = created === undefined ? 'alter' : 'create';
      this.policies.add({ change, table, policy: readPolicy(node, statement), statement });
    }
    if (dropped?.removeType !== 'OBJECT_POLICY') return;
    for (const { items } of nodesOf(dropped.objects, 'List')) {
      const parts = stringsOf(items);
      const table = this.qualify(parts.slice(0, -1), statement.order);
      const policy = readPolicy({ policy_name: parts.at(-1) ?? '' }, statement);
      this.policies.add({ change: 'drop', table, policy, statement });
    }
  }

  #addRoutine(statement: LintStatement): void {
    const routine = readRoutine(statement, this.defaultSchema(statement.order));
    if (routine === undefined) return;
    const isCreate = statement.kind === 'CreateFunctionStmt';
    this.routines.add({ ...routine, order: statement.order, isCreate });
  }

  #addCommands(statement: LintStatement): void {
    const alter = asNode(statement.tree, 'AlterTableStmt');
    if (alter === undefined) return;
    const table = this.qualify(writtenName(alter.relation), statement.order);
    for (const { subtype, name, def } of nodesOf(alter.cmds, 'AlterTableCmd')) {
      const constraint = asNode(def, 'Constraint');
      const named = constraint?.conname ?? asNode(def, 'ColumnDef')?.colname ?? name ?? '';
      this.commands.add({ subtype: subtype ?? '', table, name: named, statement });
      const column = columnKeptFromNull(constraint);
      if (constraint === undefined || column === undefined) continue;
      const valid = constraint.skip_validation !== true;
      this.notNullChecks.add({ table, constraint: constraint.conname ?? '', column, valid });
    }
  }
}
