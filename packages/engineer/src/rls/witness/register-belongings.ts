/** In charge of telling the copy by what a new row is seen to be a tenant's. */
import type pg from 'pg';
import { holds, type Situation } from '../attempts/situation.ts';
import type { RelationFacts } from '../catalog/facts.ts';
import type { Witness } from './witness.ts';

/**
 * Registers in `catb_attempts.belongings`, for each table and tenant, what a row fulfils that is added
 * for the tenant: it has the tenant's value in the owner's columns, or, where there are none, it
 * refers to a row of the tenant's.
 *
 * @param client the superuser, whom no policy holds
 */
export async function registerBelongings(
  client: pg.ClientBase,
  situation: Situation,
): Promise<void> {
  for (const relation of situation.facts.relations.values()) {
    const conditions = [0, 1].map((tenant) =>
      situation.witnesses
        .in([relation.oid])
        .filter((witness) => witness.tenant === tenant)
        .flatMap((witness) => conditionsOf(situation, relation, witness)),
    );
    for (const [tenant, own] of conditions.entries()) {
      // What the rows of both have says nothing.
      const others = new Set(conditions[1 - tenant]);
      const telling = [...new Set(own)].filter((condition) => !others.has(condition));
      if (telling.length === 0) continue;
      await client.query('select catb_attempts.register_belonging($1, $2, $3)', [
        relation.oid,
        tenant,
        telling.map((condition) => `(${condition})`).join(' or '),
      ]);
    }
  }
}

function conditionsOf(
  situation: Situation,
  relation: RelationFacts,
  { values }: Witness,
): string[] {
  const owning = situation.ownerColumns.get(relation.oid) ?? [];
  const telling =
    owning.length > 0
      ? [owning]
      : relation.links
          .filter(({ parent }) => situation.ownerColumns.has(parent))
          .map(({ columns }) => columns);
  return telling
    .filter((columns) => columns.every((name) => values.get(name) != null))
    .map((columns) => holds(columns, values));
}
