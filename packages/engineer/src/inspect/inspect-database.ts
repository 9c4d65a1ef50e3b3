/** In charge of looking at a whole database once. */
import { DatabaseError } from 'pg';
import { EngineerError } from '../errors.ts';
import type { Target } from '../target/open-target.ts';
import { buildRelations } from './build-relations.ts';
import { chooseRoles } from './choose-roles.ts';
import { byRelation } from './group-by-relation.ts';
import type { Inspection, MissingSight } from './inspection.ts';
import { readInspectionRows, type InspectionRows } from './read-inspection-rows.ts';

/** Definitions of views wait for whoever holds the view exclusively: not for longer than this. */
const lockTimeout = '2s';

/**
 * Reads everything a database consists of, in one read-only transaction. Reads no row of a table.
 *
 * @throws EngineerError TARGET_LOCKED when an object stayed held exclusively
 */
export async function inspectDatabase({ client }: Pick<Target, 'client'>): Promise<Inspection> {
  await client.query('begin isolation level repeatable read read only');
  try {
    // Without a search path every name comes with its schema; compiling such queries takes longer
    // than running them.
    await client.query(
      `set local search_path = ''; set local jit = off; set local lock_timeout = '${lockTimeout}'`,
    );
    return build(await readInspectionRows(client));
  } catch (error) {
    throw explain(error);
  } finally {
    await client.query('rollback');
  }
}

function build(rows: InspectionRows): Inspection {
  const { name, owner, encoding, serverVersion, bytes } = rows.database;
  const grants = byRelation(rows.relationGrants);
  return {
    format: 'catb-inspection-1',
    database: { name, owner, encoding },
    schemas: rows.schemas,
    ...buildRelations(rows),
    functions: rows.functions,
    types: rows.types,
    sequences: rows.sequences.map(({ oid, ...sequence }) => ({ ...sequence, grants: grants(oid) })),
    extensions: rows.extensions,
    roles: chooseRoles(rows),
    publications: rows.publications,
    measured: { serverVersion, bytes, missing: findMissing(rows) },
  };
}

function findMissing(rows: InspectionRows): MissingSight[] {
  const hidden = rows.relations.filter(
    ({ kind, rows: count, showsStatistics }) =>
      (kind === 'table' || kind === 'materialized view') && (count ?? 0) > 0 && !showsStatistics,
  );
  if (hidden.length === 0) return [];
  const tables = hidden.length === 1 ? 'table' : 'tables';
  return [
    {
      what: `the bloat of ${hidden.length} ${tables}, whose statistics this role may not read`,
      right: 'pg_read_all_data, and bypassrls where row level security is on',
    },
  ];
}

function explain(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== '55P03') return error;
  return new EngineerError({
    code: 'TARGET_LOCKED',
    message: `An object stayed locked by another session for ${lockTimeout}.`,
    hint: 'See who holds it with: catb inspect --activity',
    cause: error,
  });
}
