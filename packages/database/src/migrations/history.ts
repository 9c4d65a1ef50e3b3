/**
 * Reads and writes `supabase_migrations.schema_migrations`, the table in which the Supabase CLI and
 * the hosted API keep what was applied.
 */
import type pg from 'pg';
import { sqlState, sqlStateOf } from './database-error.ts';
import type { MigrationFile } from './migration-file.ts';
import { sql } from './sql.generated.ts';

/** A migration that was applied, by whomever. */
export interface HistoryRow {
  version: string;
  name: string;
  /** What was executed; null where the tool that did it kept nothing. */
  statements: readonly string[] | null;
  rollback: readonly string[] | null;
}

export type Direction = 'up' | 'down';

/** Work outside of a transaction that was begun and has not been recorded. */
export interface UnfinishedRow {
  version: string;
  direction: Direction;
}

export interface History {
  /** By version, compared as text. */
  rows: readonly HistoryRow[];
  unfinished: readonly UnfinishedRow[];
}

interface StoredRow {
  version: string;
  name?: string | null;
  statements?: string[] | null;
  rollback?: string[] | null;
}

function toHistoryRow(row: StoredRow): HistoryRow {
  return {
    version: row.version,
    name: row.name ?? '',
    statements: row.statements ?? null,
    rollback: row.rollback ?? null,
  };
}

/** One query, two when work outside of a transaction has ever been done here. Writes nothing. */
export async function readHistory(client: pg.Client): Promise<History> {
  try {
    const { rows } = await client.query<{ rows: StoredRow[]; has_unfinished: boolean }>(
      sql.readHistory,
    );
    const history = rows[0]?.rows.map(toHistoryRow) ?? [];
    if (rows[0]?.has_unfinished !== true) return { rows: history, unfinished: [] };
    const unfinished = await client.query<UnfinishedRow>(sql.readUnfinished);
    return { rows: history, unfinished: unfinished.rows };
  } catch (error) {
    if (sqlStateOf(error) === sqlState.undefinedTable) return { rows: [], unfinished: [] };
    throw error;
  }
}

/** The statements that make the table, for scripts that are run elsewhere. Repeatable. */
export const createHistory: string = sql.createHistory;

const columnsWritten = 6;

/** Creates the table or adds the columns that are missing. Leaves a complete one alone. */
export async function ensureHistory(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ present: number }>(sql.hasHistoryColumns);
  if (rows[0]?.present !== columnsWritten) await client.query(sql.createHistory);
}

/** Adds the row of a migration, with what it executed and the way back. */
export async function recordApplied(client: pg.Client, migration: MigrationFile): Promise<void> {
  await client.query(sql.recordApplied, [
    migration.version,
    migration.name,
    migration.up.statements.map((statement) => statement.text),
    migration.down?.statements.map((statement) => statement.text) ?? null,
  ]);
}

/** Removes the row of a migration that was rolled back. */
export async function forgetApplied(client: pg.Client, version: string): Promise<void> {
  await client.query(sql.forgetApplied, [version]);
}

/**
 * Notes that work outside of a transaction begins.
 *
 * @returns true when it had been noted before: somebody began and did not finish
 */
export async function markUnfinished(
  client: pg.Client,
  version: string,
  direction: Direction,
): Promise<boolean> {
  await client.query(sql.createUnfinished);
  const { rowCount } = await client.query(sql.markUnfinished, [version, direction]);
  return rowCount === 0;
}

/** Removes the note of {@link markUnfinished}. */
export async function clearUnfinished(
  client: pg.Client,
  version: string,
  direction: Direction,
): Promise<void> {
  await client.query(sql.clearUnfinished, [version, direction]);
}
