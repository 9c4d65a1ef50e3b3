/** In charge of arguments for a function: identifiers of a tenant's rows where a name says which. */
import pg from 'pg';
import type { ArgumentFacts, RelationFacts, RoutineFacts } from '../catalog/facts.ts';
import type { Witness } from '../witness/witness.ts';
import { literal, type Situation } from './situation.ts';

/** A call's arguments, and whether any of them comes from the tenant. */
export interface CallArguments {
  text: string;
  isTenants: boolean;
}

/** Writes them down for one tenant; undefined where an argument's type has no value to give. */
export function callArguments(
  situation: Situation,
  routine: RoutineFacts,
  tenant: 0 | 1,
): CallArguments {
  const inputs = routine.arguments.filter(({ mode }) => 'ibv'.includes(mode));
  const byName = inputs.every(({ name }) => name !== null);
  let isTenants = false;
  const given: string[] = [];
  for (const [place, argument] of inputs.entries()) {
    const found = tenantValue(situation, argument, tenant);
    const isOptional = place >= routine.required;
    if (found === undefined && isOptional && (byName || given.length === place)) {
      if (byName) continue;
      break;
    }
    isTenants ||= found !== undefined;
    const value = found === undefined ? anyValue(argument) : literal(found);
    const typed = `${value}::${argument.type}`;
    const variadic = argument.mode === 'v' ? 'variadic ' : '';
    const name = byName && !variadic ? `${pg.escapeIdentifier(argument.name ?? '')} => ` : '';
    given.push(variadic + name + typed);
  }
  return { text: given.join(', '), isTenants };
}

/** The value that a witness of the tenant has in the column the argument is named after. */
function tenantValue(
  situation: Situation,
  argument: ArgumentFacts,
  tenant: 0 | 1,
): string | null | undefined {
  const name = plainName(argument.name);
  if (name === null) return onlyKey(situation, argument, tenant);
  const found = namedColumns(situation, name, argument.type).flatMap(({ relation, column }) => {
    const witness = choose(situation, relation, column, tenant);
    return witness === undefined ? [] : [valueOf(witness, column)];
  });
  return found[0] ?? (name === 'id' ? onlyKey(situation, argument, tenant) : undefined);
}

/** A tenant may have several rows of people: the one that asks is the one that others' rows are of. */
function choose(
  situation: Situation,
  relation: RelationFacts,
  column: string,
  tenant: 0 | 1,
): Witness | undefined {
  const asking = situation.witnesses
    .in(relation.leaves)
    .findLast(
      (witness) =>
        witness.tenant === tenant &&
        situation.tenantValues[tenant].has(witness.values.get(column) ?? ''),
    );
  return asking ?? situation.witnesses.last(relation.leaves, tenant);
}

/** `p_session_id`, `_session_id`, `session_id_in` and `sessionid` all mean `session_id`. */
function plainName(name: string | null): string | null {
  return name === null ? null : name.toLowerCase().replace(/^(p|in|v|arg)?_+|_+(in|p|arg)?$/g, '');
}

/** Columns of that name; `post_id` and `post` are also the key of `posts`. */
function namedColumns(
  situation: Situation,
  name: string,
  type: string,
): { relation: RelationFacts; column: string }[] {
  const keys: { relation: RelationFacts; column: string }[] = [];
  const others: typeof keys = [];
  const stem = name.replace(/_?id$/, '');
  for (const relation of situation.facts.relations.values()) {
    for (const column of relation.columns) {
      if (column.type !== type) continue;
      const isKey = relation.key.length === 1 && relation.key[0] === column.name;
      const isNamed = stem !== '' && [stem, `${stem}s`, `${stem}es`].includes(relation.name);
      if (isKey && isNamed) keys.push({ relation, column: column.name });
      else if (
        column.name.toLowerCase() === name &&
        isIdentifier(situation, relation, column.name)
      ) {
        others.push({ relation, column: column.name });
      }
    }
  }
  return [...keys, ...others];
}

/** Keys, foreign keys and owners identify a row; `title` does not. */
function isIdentifier(situation: Situation, relation: RelationFacts, name: string): boolean {
  return (
    relation.key.includes(name) ||
    relation.links.some(({ columns }) => columns.includes(name)) ||
    (situation.ownerColumns.get(relation.oid) ?? []).includes(name) ||
    relation.columns.some((column) => column.name === name && column.unique)
  );
}

/** A nameless identifier is taken for the key of a table that tenants own. */
function onlyKey(
  situation: Situation,
  argument: ArgumentFacts,
  tenant: 0 | 1,
): string | null | undefined {
  if (!/^(uuid|bigint|integer)$/.test(argument.type)) return undefined;
  for (const relation of situation.facts.relations.values()) {
    const [key, ...more] = relation.key;
    if (key === undefined || more.length > 0 || !situation.ownerColumns.has(relation.oid)) continue;
    if (relation.columns.find(({ name }) => name === key)?.type !== argument.type) continue;
    const witness = choose(situation, relation, key, tenant);
    if (witness !== undefined) return valueOf(witness, key);
  }
  return undefined;
}

function valueOf(witness: Witness, column: string): string | null {
  return witness.values.get(column) ?? null;
}

/** Something of the type. */
function anyValue({ type, kind, category, label }: ArgumentFacts): string {
  if (kind === 'e') return literal(label);
  if (kind === 'c') return 'null';
  if (category === 'A') return `'{}'`;
  if (category === 'B') return 'true';
  if (category === 'N') return `'1'`;
  if (category === 'D') return `'2026-01-01 00:00:00+00'`;
  if (category === 'T') return `'1 hour'`;
  if (category === 'R') return `'empty'`;
  if (category === 'I') return `'127.0.0.1'`;
  if (category === 'S') return `'tried as a witness'`;
  if (type === 'uuid') return `'00000000-0000-4000-8000-000000000001'`;
  if (type === 'json' || type === 'jsonb') return `'{}'`;
  return 'null';
}
