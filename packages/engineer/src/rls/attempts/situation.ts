/** In charge of what attempts are made from: the schema, its witnesses, and who owns what by which column. */
import pg from 'pg';
import type { Who } from '../access-matrix.ts';
import type { ColumnRights } from '../catalog/read-facts.ts';
import type { RelationFacts, SchemaFacts } from '../catalog/facts.ts';
import type { Witness, Witnesses } from '../witness/witness.ts';

/** All that is known when an attempt is written down. */
export interface Situation {
  facts: SchemaFacts;
  witnesses: Witnesses;
  rights: ColumnRights;
  /** Columns of a relation, by OID, whose value says whose row it is. */
  ownerColumns: ReadonlyMap<string, readonly string[]>;
  /** OIDs of the tables that the tenants themselves are rows of. */
  anchors: ReadonlySet<string>;
  /** What tells that tenants 0 and 1 ask: the values of their claims, headers and settings. */
  tenantValues: readonly [ReadonlySet<string>, ReadonlySet<string>];
  /** OIDs of relations to which a foreign key refers. */
  referred: ReadonlySet<string>;
}

/** Who tries. */
export interface Actor {
  role: string;
  who: Who;
}

/** The tenant that somebody is, and the one he isn't. */
export function tenantOf(who: Who): 0 | 1 | null {
  return who === 'nobody' ? null : who === 'owner' ? 0 : 1;
}

/** A text of PostgreSQL as a literal of unknown type, which takes the type of where it stands. */
export function literal(text: string | null | undefined): string {
  return text === null || text === undefined ? 'null' : pg.escapeLiteral(text);
}

/** Quotes names and joins them with commas. */
export function listColumns(names: readonly string[], alias?: string): string {
  const prefix = alias === undefined ? '' : `${alias}.`;
  return names.map((name) => prefix + pg.escapeIdentifier(name)).join(', ');
}

/** `insert into … values …` with what a witness holds, some of it replaced. */
export function insertStatement(
  table: string,
  relation: RelationFacts,
  columns: readonly string[],
  values: ReadonlyMap<string, string | null>,
): string {
  const known = new Map(relation.columns.map((column) => [column.name, column]));
  const written = columns.filter((name) => known.get(name)?.generated === false);
  if (written.length === 0) return `insert into ${table} default values`;
  const overriding = written.some((name) => known.get(name)?.identity)
    ? ' overriding system value'
    : '';
  const literals = written.map((name) => literal(values.get(name))).join(', ');
  return `insert into ${table} (${listColumns(written)})${overriding} values (${literals})`;
}

/** That a row of `t` holds what `values` hold in these columns. */
export function holds(
  columns: readonly string[],
  values: ReadonlyMap<string, string | null>,
): string {
  const terms = columns.map(
    (name) => `t.${pg.escapeIdentifier(name)} is not distinct from ${literal(values.get(name))}`,
  );
  return terms.length === 0 ? 'true' : terms.join(' and ');
}

/** The witness's values with some of another's. */
export function withColumnsOf(
  witness: Witness,
  columns: readonly string[],
  other: Witness,
): Map<string, string | null> {
  const values = new Map(witness.values);
  for (const name of columns) values.set(name, other.values.get(name) ?? null);
  return values;
}
