/** In charge of trying to put rows into a table: one's own, another's, and one's own below another's. */
import type { RelationFacts } from '../catalog/facts.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Witness } from '../witness/witness.ts';
import type { Attempt } from './attempt.ts';
import {
  holds,
  insertStatement,
  listColumns,
  tenantOf,
  withColumnsOf,
  type Actor,
  type Situation,
} from './situation.ts';

/**
 * Each row is the last witness of a tenant, which is hidden meanwhile: it is known to fulfil every
 * constraint, and nothing is in its way.
 */
export function insertAttempts(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
): Attempt[] {
  const attempts: Attempt[] = [];
  for (const tenant of [0, 1] as const) {
    const witness = situation.witnesses.last(relation.leaves, tenant);
    if (witness !== undefined) attempts.push(...insertRow(situation, actor, relation, witness));
  }
  return [...attempts, ...attachAttempts(situation, actor, relation)];
}

function insertRow(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
  witness: Witness,
): Attempt[] {
  const { role } = actor;
  const table = nameRelation(relation);
  const columns = insertedColumns(situation, actor, relation);
  const insert = insertStatement(table, relation, columns, witness.values);
  const returned = situation.rights.of(role, relation.oid, 'select');
  const returning = returned === undefined ? '*' : listColumns(returned);
  const about = {
    object: relation.oid,
    tenant: witness.tenant,
    hidden: [witness.id],
    relation: relation.oid,
    condition: holds(tellingColumns(situation, relation), witness.values),
  };
  return [
    { ...about, verb: 'insert', kind: 'write', statement: insert },
    {
      ...about,
      verb: 'insert returning',
      kind: 'read',
      statement: `with r as (${insert} returning ${returning}) select array(select r::text from r)`,
    },
    ...upsertAttempts(situation, actor, relation, witness, columns),
  ];
}

/** `on conflict … do update`, with the row as it is, and with one's own name in another's row. */
function upsertAttempts(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
  witness: Witness,
  columns: readonly string[],
): Attempt[] {
  if (relation.key.length === 0 || relation.key.some((name) => !columns.includes(name))) return [];
  const owning = situation.ownerColumns.get(relation.oid) ?? [];
  const self = tenantOf(actor.who);
  const own = self === null ? undefined : situation.witnesses.last(relation.leaves, self);
  const ways = [{ way: 'as it is', values: witness.values }];
  const movable = owning.filter((name) => !relation.key.includes(name));
  if (own !== undefined && own.tenant !== witness.tenant && movable.length > 0) {
    ways.push({ way: 'claimed', values: withColumnsOf(witness, movable, own) });
  }
  const changed = columns.find((name) => isFree(relation, name)) ?? relation.key[0] ?? '';
  const set = `${listColumns([changed])} = excluded.${listColumns([changed])}`;
  return ways.map(({ way, values }) => ({
    object: relation.oid,
    verb: 'upsert',
    kind: 'write',
    tenant: witness.tenant,
    way,
    statement:
      `${insertStatement(nameRelation(relation), relation, columns, values)} ` +
      `on conflict (${listColumns(relation.key)}) do update set ${set}`,
    watched: relation.leaves,
  }));
}

/** One's own row that refers to a row of another tenant, key by key. */
function attachAttempts(situation: Situation, actor: Actor, relation: RelationFacts): Attempt[] {
  const self = tenantOf(actor.who);
  const owning = situation.ownerColumns.get(relation.oid) ?? [];
  if (self === null || owning.length === 0) return [];
  const own = situation.witnesses.last(relation.leaves, self);
  const other = situation.witnesses.last(relation.leaves, self === 0 ? 1 : 0);
  if (own === undefined || other === undefined) return [];
  return attachableLinks(situation, relation).map((link) => {
    const values = withColumnsOf(own, link.columns, other);
    const columns = insertedColumns(situation, actor, relation);
    return {
      object: relation.oid,
      verb: 'attach',
      kind: 'write',
      below: link.parent,
      statement: insertStatement(nameRelation(relation), relation, columns, values),
      hidden: [own.id],
      relation: relation.oid,
      condition: holds(link.columns, values),
    };
  });
}

/** Foreign keys to tables that belong to tenants and are not the tenants themselves. */
function attachableLinks(situation: Situation, relation: RelationFacts): RelationFacts['links'] {
  const owning = situation.ownerColumns.get(relation.oid) ?? [];
  return relation.links.filter(
    ({ parent, columns }) =>
      parent !== relation.oid &&
      !situation.anchors.has(parent) &&
      situation.ownerColumns.has(parent) &&
      !columns.some((name) => owning.includes(name)),
  );
}

/** Which columns tell whose row has arrived: a trigger may have put in another owner. */
function tellingColumns(situation: Situation, relation: RelationFacts): readonly string[] {
  const owning = situation.ownerColumns.get(relation.oid) ?? [];
  return owning.length > 0 ? owning : relation.links.flatMap(({ columns }) => columns);
}

/** The columns that are written: all, or those that the role holds the right on. */
export function insertedColumns(
  situation: Situation,
  { role }: Actor,
  relation: RelationFacts,
): string[] {
  return (
    situation.rights.of(role, relation.oid, 'insert') ?? relation.columns.map(({ name }) => name)
  );
}

/** Whether a column can hold anything without an effect on keys. */
function isFree(relation: RelationFacts, name: string): boolean {
  const column = relation.columns.find((each) => each.name === name);
  return column !== undefined && !column.generated && !column.identity && !column.keyed;
}
