/** In charge of reading a database's whole schema as pieces that can be made elsewhere. */
import type pg from 'pg';
import { sql } from './catalog/sql.generated.ts';
import type { Piece } from './piece.ts';
import type { ExtensionFacts } from './read-cluster.ts';

interface PieceRow {
  catalog: string;
  id: string;
  /** Which trait of the object; the object itself when it is missing or empty. */
  part?: string | null;
  stage: number;
  rank?: number | null;
  object: string;
  script: string;
  shell?: string | null;
  needs?: (string | null)[] | null;
}

const queries = [
  sql.schemas,
  sql.text,
  sql.routines,
  sql.aggregates,
  sql.operators,
  sql.foreignData,
  sql.sequences,
  sql.sequenceOwners,
  sql.defaults,
  sql.columnSettings,
  sql.constraints,
  sql.constraintNames,
  sql.indexes,
  sql.indexSettings,
  sql.views,
  sql.refreshes,
  sql.rules,
  sql.triggers,
  sql.policies,
  sql.statistics,
  sql.publications,
  sql.grants,
  sql.defaultPrivileges,
  sql.comments,
  sql.eventTriggers,
];

/** These print a type of an extension that the copy lacks without its modifiers. */
const queriesOfTypes = [sql.types, sql.tables];

/** What depends on what, with the parts of an object told as the object. */
class Dependencies {
  readonly #wholes: ReadonlyMap<string, string>;
  readonly #needed = new Map<string, Set<string>>();

  constructor(
    aliases: readonly { part: string; whole: string }[],
    edges: readonly { dependent: string; needed: string }[],
  ) {
    this.#wholes = new Map(aliases.map(({ part, whole }) => [part, whole]));
    for (const { dependent, needed } of edges) {
      const [from, to] = [this.wholeOf(dependent), this.wholeOf(needed)];
      if (from === to) continue;
      const known = this.#needed.get(from);
      if (known) known.add(to);
      else this.#needed.set(from, new Set([to]));
    }
  }

  wholeOf(key: string): string {
    const whole = this.#wholes.get(key);
    return whole === undefined || whole === key ? key : this.wholeOf(whole);
  }

  neededBy(key: string): Iterable<string> {
    return this.#needed.get(key) ?? [];
  }
}

function toPiece(row: PieceRow, dependencies: Dependencies): Piece {
  const base = `${row.catalog}:${row.id}`;
  const named = (row.needs ?? []).filter((key) => key !== null);
  const needs = named.map((key) => dependencies.wholeOf(key));
  const isTrait = Boolean(row.part);
  if (isTrait) needs.push(dependencies.wholeOf(base));
  else needs.push(...dependencies.neededBy(base));
  return {
    key: isTrait ? `${base}:${row.part}` : base,
    object: row.object,
    script: row.script,
    shell: row.shell ?? null,
    stage: row.stage,
    rank: Number(row.rank ?? 0),
    needs,
  };
}

/**
 * Reads every piece but roles, extensions and the database itself. The client is in a transaction
 * that {@link readConsistently} has opened.
 *
 * @param lacking the extensions that the copy does not have: what belongs to them is left out
 */
export async function readPieces(
  client: pg.ClientBase,
  lacking: readonly ExtensionFacts[],
): Promise<Piece[]> {
  const rows: PieceRow[] = [];
  for (const query of queries) rows.push(...(await client.query<PieceRow>(query)).rows);
  for (const query of queriesOfTypes) {
    rows.push(...(await client.query<PieceRow>(query, [lacking.map(({ name }) => name)])).rows);
  }
  const aliases = await client.query<{ part: string; whole: string }>(sql.aliases);
  const edges = await client.query<{ dependent: string; needed: string }>(sql.dependencies);
  const dependencies = new Dependencies(aliases.rows, edges.rows);
  const absent = new Set(lacking.map(({ id }) => `pg_extension:${id}`));
  return rows
    .filter(({ catalog, id }) => !absent.has(dependencies.wholeOf(`${catalog}:${id}`)))
    .map((row) => toPiece(row, dependencies));
}

/** Runs `read` on one state of the database, which prints names in full and dates in one way. */
export async function readConsistently<T>(client: pg.Client, read: () => Promise<T>): Promise<T> {
  await client.query(
    `begin isolation level repeatable read read only;
     set local search_path = ''; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
     set local timezone = 'UTC'; set local extra_float_digits = 3; set local bytea_output = 'hex';
     set local quote_all_identifiers = off; set local jit = off`,
  );
  try {
    return await read();
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}
