/** In charge of trying views and materialized views: what they show, and writing through them. */
import type { RelationFacts } from '../catalog/facts.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Attempt } from './attempt.ts';
import { insertStatement, listColumns, type Actor, type Situation } from './situation.ts';

/** More rows than that are not looked at. */
export const mostRows = 1_000;

/** The text of each row, of the columns that the role may read. */
export function viewReadAttempt(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
): Attempt {
  const granted = situation.rights.of(actor.role, relation.oid, 'select');
  const row = granted === undefined ? 't.*' : listColumns(granted, 't');
  const rows = `select row(${row})::text as row from ${nameRelation(relation)} as t limit ${mostRows}`;
  return {
    object: relation.oid,
    verb: 'select',
    kind: 'read',
    statement: `select array(select r.row from (${rows}) as r order by 1)`,
  };
}

/** Insert, update and delete through a view that lets them through. */
export function viewWriteAttempts(situation: Situation, relation: RelationFacts): Attempt[] {
  const base = baseOf(situation, relation);
  if (base === undefined || relation.updatable === 0) return [];
  const table = nameRelation(relation);
  const about = { object: relation.oid, kind: 'write', watched: base.leaves } as const;
  const attempts: Attempt[] = [];
  const free = relation.columns.find(({ name }) => isPlain(base, name)) ?? relation.columns[0];
  if ((relation.updatable & 4) !== 0 && free !== undefined) {
    const name = listColumns([free.name]);
    attempts.push({ ...about, verb: 'update', statement: `update ${table} set ${name} = ${name}` });
  }
  if ((relation.updatable & 16) !== 0) {
    attempts.push({ ...about, verb: 'delete', statement: `delete from ${table}` });
  }
  if ((relation.updatable & 8) !== 0) {
    for (const tenant of [0, 1] as const) {
      const witness = situation.witnesses.last(base.leaves, tenant);
      if (witness === undefined) continue;
      const names = relation.columns
        .map(({ name }) => name)
        .filter((name) => base.columns.some((column) => column.name === name && !column.generated));
      attempts.push({
        object: relation.oid,
        verb: 'insert',
        kind: 'write',
        tenant,
        hidden: [witness.id],
        relation: base.oid,
        condition: 'true',
        statement: insertStatement(table, base, names, witness.values),
      });
    }
  }
  return attempts;
}

/** The table that a view shows, through other views too. */
function baseOf(situation: Situation, relation: RelationFacts): RelationFacts | undefined {
  let at: RelationFacts | undefined = relation;
  for (let depth = 0; at?.kind === 'view' && depth < 10; depth += 1) {
    at = at.base === null ? undefined : situation.facts.relations.get(at.base);
  }
  return at?.kind === 'view' ? undefined : at;
}

function isPlain(base: RelationFacts, name: string): boolean {
  const column = base.columns.find((each) => each.name === name);
  return column !== undefined && !column.keyed && !column.generated && !column.identity;
}
