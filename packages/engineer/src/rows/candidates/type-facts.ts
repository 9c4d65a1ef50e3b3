/** In charge of what has to be known about a type to think of values for it. */

/** A type, as the catalog describes it. */
export interface TypeFacts {
  id: string;
  /** Without its schema, such as `int4`. */
  name: string;
  /** In full, such as `public.mood`. */
  type: string;
  /** `b` base, `c` composite, `d` domain, `e` enum, `r` range, `m` multirange. */
  kind: string;
  /** PostgreSQL's category letter, such as `S` for texts. */
  category: string;
  baseId: string | null;
  /** What a domain is made of, with modifiers. */
  baseType: string | null;
  elementId: string | null;
  subtypeId: string | null;
  rangeId: string | null;
  labels: string[] | null;
  attributes: { typeId: string; type: string }[] | null;
  /** The definitions of a domain's checks. */
  checks: string[];
}

/** By OID, as text. */
export type TypeCatalog = ReadonlyMap<string, TypeFacts>;

/** The type that a domain is made of in the end, and the checks on the way there. */
export function baseOf(
  types: TypeCatalog,
  id: string,
  type: string,
): { facts: TypeFacts | undefined; type: string; checks: string[] } {
  let facts = types.get(id);
  const checks: string[] = [];
  let printed = type;
  while (facts?.kind === 'd' && facts.baseId !== null) {
    checks.push(...facts.checks);
    printed = facts.baseType ?? printed;
    facts = types.get(facts.baseId);
  }
  return { facts, type: printed, checks };
}
