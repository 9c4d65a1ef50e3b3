/** In charge of what a statement did, read inside its transaction right after it. */
import type pg from 'pg';
import { strengthOf, strongest, toLockMode } from './lock-mode.ts';
import type { LockMode, MeasuredStatement, TakenLock } from './proof.ts';
import type { Relation } from './relations.ts';
import { sql } from './sql.generated.ts';

interface EffectRow {
  oid: number;
  modes: string[] | string;
  name: string | null;
  kind: string | null;
  index_of: number | null;
  filenode: number | null;
  bytes: number | null;
  scans: number;
  inserted: number;
  updated: number;
  deleted: number;
  constraints: string[];
}

/** What a statement did to relations that were there before. */
export type Effects = Pick<
  MeasuredStatement,
  'locks' | 'rewrites' | 'empties' | 'scans' | 'builds' | 'validates' | 'writes'
>;

/** Nothing at all. */
export function noEffects(): Effects {
  return {
    locks: [],
    rewrites: [],
    empties: [],
    scans: [],
    builds: [],
    validates: [],
    writes: [],
  };
}

interface Seen {
  mode: LockMode | null;
  filenode: number | null;
  scans: number;
  inserted: number;
  updated: number;
  deleted: number;
  constraints: ReadonlySet<string>;
}

/** Remembers what was seen after one statement, so that the next one is told apart from it. */
export class EffectReader {
  readonly #client: pg.ClientBase;
  readonly #before: ReadonlyMap<number, Relation>;
  readonly #seen = new Map<number, Seen>();

  /**
   * @param client inside the transaction that is measured
   * @param before what was there when the transaction began
   */
  constructor(client: pg.ClientBase, before: ReadonlyMap<number, Relation>) {
    this.#client = client;
    this.#before = before;
  }

  /** What happened since the last call. */
  async read(): Promise<Effects> {
    const { rows } = await this.#client.query<EffectRow>(sql.readEffects);
    const effects = noEffects();
    for (const row of rows) this.#add(effects, row);
    // Emptying a table makes its indexes anew, out of nothing.
    effects.builds = effects.builds.filter(({ table }) => !effects.empties.includes(table));
    return effects;
  }

  #add(effects: Effects, row: EffectRow): void {
    const relation = this.#before.get(row.oid);
    const seen = this.#seen.get(row.oid) ?? unseen(relation);
    const modes = typeof row.modes === 'string' ? [row.modes] : row.modes;
    const mode = strongest(modes.map(toLockMode));
    this.#seen.set(row.oid, { ...row, mode, constraints: new Set(row.constraints) });
    this.#addIndex(effects, row, seen);
    if (relation === undefined) return;
    if (seen.mode === null || strengthOf(mode) > strengthOf(seen.mode)) {
      effects.locks.push(lockOn(relation, mode));
    }
    const isTable = relation.name === relation.table;
    if (!isTable) return;
    const table = relation.table;
    const scanned = row.scans > seen.scans;
    if (row.filenode !== null && row.filenode !== seen.filenode) {
      (row.bytes === 0 ? effects.empties : effects.rewrites).push(table);
    } else if (scanned) {
      effects.scans.push(table);
    }
    for (const constraint of row.constraints) {
      if (!seen.constraints.has(constraint)) effects.validates.push({ constraint, table });
    }
    const written = {
      inserted: row.inserted - seen.inserted,
      updated: row.updated - seen.updated,
      deleted: row.deleted - seen.deleted,
    };
    if (Object.values(written).some((count) => count > 0)) {
      effects.writes.push({ table, ...written });
    }
  }

  /** An index with another file than before, on a table that was there before. */
  #addIndex(effects: Effects, row: EffectRow, seen: Seen): void {
    if (row.index_of === null || row.name === null || row.kind !== 'i') return;
    const table = this.#before.get(row.index_of);
    if (table === undefined || row.filenode === seen.filenode) return;
    if (table.name !== table.table) return;
    effects.builds.push({ index: row.name, table: table.table });
  }
}

function unseen(relation: Relation | undefined): Seen {
  return {
    mode: null,
    filenode: relation?.filenode ?? null,
    scans: 0,
    inserted: 0,
    updated: 0,
    deleted: 0,
    constraints: new Set(relation?.constraints),
  };
}

function lockOn(relation: Relation, mode: LockMode): TakenLock {
  const { name, table, partitionOf } = relation;
  return { relation: name, table, partitionOf, mode };
}
