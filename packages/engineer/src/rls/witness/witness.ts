/** In charge of what a witness is: a row whose tenant is known. */

/** A row of the copy that was made for one tenant. */
export interface Witness {
  /** In `catb_attempts.witnesses`. */
  id: number;
  /** 0 is the owner's, 1 the stranger's. */
  tenant: 0 | 1;
  /** OID of the table or partition that it lies in. */
  relation: string;
  /** `<relation> <ctid>`, as an attempt reads it. */
  place: string;
  /** PostgreSQL's text of each column; null where it is null. */
  values: ReadonlyMap<string, string | null>;
}

/** The witnesses of a schema. */
export interface Witnesses {
  /** Those in a relation or its partitions, oldest first. */
  in(leaves: readonly string[]): Witness[];
  /** The last of a tenant's rows there: the one that writing is tried with. */
  last(leaves: readonly string[], tenant: 0 | 1): Witness | undefined;
  byPlace: ReadonlyMap<string, Witness>;
  all: readonly Witness[];
}

/** Puts witnesses in order. */
export function arrangeWitnesses(all: readonly Witness[]): Witnesses {
  const byRelation = new Map<string, Witness[]>();
  for (const witness of all) {
    byRelation.set(witness.relation, [...(byRelation.get(witness.relation) ?? []), witness]);
  }
  const inside = (leaves: readonly string[]) =>
    leaves.flatMap((leaf) => byRelation.get(leaf) ?? []).sort((a, b) => a.id - b.id);
  return {
    in: inside,
    last: (leaves, tenant) => inside(leaves).findLast((witness) => witness.tenant === tenant),
    byPlace: new Map(all.map((witness) => [witness.place, witness])),
    all,
  };
}
