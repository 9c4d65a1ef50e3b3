/** In charge of the witnesses as statements that put them into an empty copy of the schema. */
import pg from 'pg';
import type { RelationFacts } from '../catalog/facts.ts';
import { holds, insertStatement, literal } from '../attempts/situation.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Witness, Witnesses } from '../witness/witness.ts';
import type { RecordedRows } from './recorded-test.ts';

/** Writes them down, one statement for each table. */
export function recordRows(
  relations: ReadonlyMap<string, RelationFacts>,
  witnesses: Witnesses,
): RecordedRows {
  const byRelation = new Map<string, Witness[]>();
  for (const witness of witnesses.all) {
    byRelation.set(witness.relation, [...(byRelation.get(witness.relation) ?? []), witness]);
  }
  const inserts: string[] = [];
  const removals = new Map<number, { remove: string; restore: string }>();
  for (const [oid, some] of byRelation) {
    const relation = relations.get(oid);
    if (relation === undefined) continue;
    inserts.push(insertAll(relation, some));
    for (const witness of some) {
      removals.set(witness.id, {
        remove: `delete from ${nameRelation(relation)} as t where ${identify(relation, witness)}`,
        restore: insertAll(relation, [witness]),
      });
    }
  }
  return { inserts, removals };
}

function insertAll(relation: RelationFacts, witnesses: readonly Witness[]): string {
  const columns = relation.columns.filter(({ generated }) => !generated).map(({ name }) => name);
  const [first, ...others] = witnesses;
  if (first === undefined) return '';
  const opening = insertStatement(nameRelation(relation), relation, columns, first.values);
  const more = others.map(
    ({ values }) => `,\n    (${columns.map((name) => literal(values.get(name))).join(', ')})`,
  );
  return opening + more.join('');
}

/** By the primary key; without one by every column, as text. */
function identify(relation: RelationFacts, witness: Witness): string {
  if (relation.key.length > 0) return holds(relation.key, witness.values);
  const texts = relation.columns.map(
    ({ name }) =>
      `t.${pg.escapeIdentifier(name)}::text is not distinct from ${literal(witness.values.get(name))}`,
  );
  return texts.join(' and ');
}
