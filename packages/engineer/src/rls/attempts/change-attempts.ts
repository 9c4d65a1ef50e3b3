/** In charge of trying to change and remove rows of a table, and to make them somebody else's. */
import type { ColumnFacts, RelationFacts } from '../catalog/facts.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Attempt } from './attempt.ts';
import { listColumns, literal, tenantOf, type Actor, type Situation } from './situation.ts';

/** `update`, `delete`, `truncate`, and updates that change the owner. */
export function changeAttempts(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
): Attempt[] {
  return [
    ...updateAttempts(situation, actor, relation),
    ...ownerAttempts(situation, actor, relation),
    ...removeAttempts(situation, relation),
  ];
}

/**
 * Without a condition, since reading a column for one would put the policies for `select` in the way.
 * Where one value for all rows is refused, each row's own value is put in its place.
 */
function updateAttempts(situation: Situation, actor: Actor, relation: RelationFacts): Attempt[] {
  const granted = situation.rights.of(actor.role, relation.oid, 'update');
  const possible = relation.columns
    .filter(({ generated, identity }) => !generated && !identity)
    .filter(({ name }) => granted === undefined || granted.includes(name));
  const column = possible.toSorted((a, b) => obstacles(relation, a) - obstacles(relation, b))[0];
  if (column === undefined) return [];
  const name = listColumns([column.name]);
  const sample = situation.witnesses.last(relation.leaves, tenantOf(actor.who) ?? 0);
  const ways = [
    { way: 'one value', value: literal(sample?.values.get(column.name)) },
    { way: 'its own value', value: name },
  ];
  return ways.map(({ way, value }) => ({
    object: relation.oid,
    verb: 'update',
    kind: 'write',
    way,
    statement: `update ${nameRelation(relation)} set ${name} = ${value}`,
    watched: relation.leaves,
  }));
}

/** How many things could refuse one value for all rows. */
function obstacles(relation: RelationFacts, column: ColumnFacts): number {
  const linked = relation.links.some(({ columns }) => columns.includes(column.name));
  return (
    Number(column.checked) +
    2 * Number(linked) +
    4 * Number(column.keyed) +
    8 * Number(column.unique) +
    4 * Number(column.partitions)
  );
}

/** Taking another's rows (one's own are hidden), and giving one's own away (the other's are). */
function ownerAttempts(situation: Situation, actor: Actor, relation: RelationFacts): Attempt[] {
  const self = tenantOf(actor.who);
  const owning = (situation.ownerColumns.get(relation.oid) ?? []).filter((name) =>
    relation.columns.some((each) => each.name === name && !each.generated && !each.identity),
  );
  if (self === null || owning.length === 0) return [];
  const witnesses = situation.witnesses.in(relation.leaves);
  const own = situation.witnesses.last(relation.leaves, self);
  const other = situation.witnesses.last(relation.leaves, self === 0 ? 1 : 0);
  if (own === undefined || other === undefined) return [];
  return (['take', 'give'] as const).map((verb) => {
    const [source, hiddenTenant] = verb === 'take' ? [own, self] : [other, other.tenant];
    const set = owning.map(
      (name) => `${listColumns([name])} = ${literal(source.values.get(name))}`,
    );
    return {
      object: relation.oid,
      verb,
      kind: 'write',
      statement: `update ${nameRelation(relation)} set ${set.join(', ')}`,
      hidden: witnesses.filter(({ tenant }) => tenant === hiddenTenant).map(({ id }) => id),
      watched: relation.leaves,
    };
  });
}

/** A foreign key that refers to a row hides whether a policy would have let it go. */
function removeAttempts(situation: Situation, relation: RelationFacts): Attempt[] {
  const table = nameRelation(relation);
  const about = { object: relation.oid, kind: 'write', watched: relation.leaves } as const;
  const attempts: Attempt[] = [
    { ...about, verb: 'delete', way: 'plain', statement: `delete from ${table}` },
    { ...about, verb: 'truncate', way: 'plain', statement: `truncate ${table}` },
  ];
  if ([relation.oid, ...relation.leaves].some((oid) => situation.referred.has(oid))) {
    const unlinked = [...new Set([relation.oid, ...relation.leaves])];
    attempts.push(
      { ...about, verb: 'delete', way: 'unlinked', statement: `delete from ${table}`, unlinked },
      { ...about, verb: 'truncate', way: 'cascade', statement: `truncate ${table} cascade` },
    );
  }
  return attempts;
}
