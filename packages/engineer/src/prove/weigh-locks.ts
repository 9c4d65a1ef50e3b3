/** In charge of how long each table is locked: measured here, guessed for the target by its size. */
import { noticeable, strengthOf } from './lock-mode.ts';
import type { Measurement } from './measure.ts';
import type { MeasuredStatement, TableLock, TakenLock, TriedTraffic } from './proof.ts';

/** A table of the target. */
export interface TargetSize {
  rows: number;
  bytes: number;
  totalBytes: number;
}

/**
 * What an ordinary server gets done in a second: bytes read, bytes written anew, bytes of a table
 * that an index is built on, rows updated. Guesses on the slow side, and said to be guesses.
 */
export const guessedRates = {
  readBytes: 200_000_000,
  rewriteBytes: 50_000_000,
  indexBytes: 50_000_000,
  rows: 20_000,
} as const;

/** Below it nothing is read or written row by row, whatever the size. */
const shortestMs = 1;

function workOf(
  statement: MeasuredStatement,
  sizes: ReadonlyMap<string, TargetSize>,
): number | null {
  let ms = shortestMs;
  const add = (table: string, cost: (size: TargetSize) => number): boolean => {
    const size = sizes.get(table);
    if (size === undefined) return false;
    ms += cost(size) * 1_000;
    return true;
  };
  const known = [
    ...statement.rewrites.map((table) =>
      add(table, ({ totalBytes }) => totalBytes / guessedRates.rewriteBytes),
    ),
    ...statement.scans.map((table) => add(table, ({ bytes }) => bytes / guessedRates.readBytes)),
    ...statement.builds
      // A table that is written anew has its indexes built with it, and they are in its size.
      .filter(({ table }) => !statement.rewrites.includes(table))
      .map(({ table }) => add(table, ({ bytes }) => bytes / guessedRates.indexBytes)),
    ...statement.writes.map(({ table, updated, deleted }) => {
      const tried = statement.tried.find((each) => each.table === table)?.lockedRows;
      const share = tried == null || tried.of === 0 ? 0 : (updated + deleted) / tried.of;
      return add(table, ({ rows }) => (Math.min(1, share) * rows) / guessedRates.rows);
    }),
  ];
  return known.every(Boolean) ? ms : null;
}

/** A guess of how long each statement takes on the target, in milliseconds. */
export function estimateStatements(
  statements: readonly MeasuredStatement[],
  sizes: ReadonlyMap<string, TargetSize>,
): (number | null)[] {
  return statements.map((statement) => workOf(statement, sizes));
}

interface Strongest {
  lock: TakenLock;
  index: number;
}

/** For each table the strongest lock, on itself or on an index of it, and who took it. */
function strongestLocks(statements: readonly MeasuredStatement[]): Map<string, Strongest> {
  const found = new Map<string, Strongest>();
  for (const [index, { locks }] of statements.entries()) {
    for (const lock of locks) {
      const known = found.get(lock.table);
      if (known === undefined || strengthOf(lock.mode) > strengthOf(known.lock.mode)) {
        found.set(lock.table, { lock, index });
      }
    }
  }
  return found;
}

/** The attempt that met the most; what was tried later met no less, unless it was a new count of rows. */
function worst(tries: readonly TriedTraffic[]): TriedTraffic | null {
  const weight = ({ reads, writes, references, lockedRows }: TriedTraffic): number =>
    (reads ? 8 : 0) + (writes ? 4 : 0) + (references ? 2 : 0) + (lockedRows?.locked ? 1 : 0);
  return tries.reduce<TriedTraffic | null>(
    (one, other) => (one === null || weight(other) > weight(one) ? other : one),
    null,
  );
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (total, number) => (total === null || number === null ? null : total + number),
    0,
  );
}

/** Each table that was there before and was locked so that anybody could notice, strongest first. */
export function weighLocks(
  { statements, commitMs }: Measurement,
  sizes: ReadonlyMap<string, TargetSize>,
): TableLock[] {
  const estimates = estimateStatements(statements, sizes);
  const locks = [...strongestLocks(statements)].map(([table, { lock, index }]): TableLock => {
    const since = statements.slice(index);
    const tries = since.flatMap(({ tried }) => tried.filter((each) => each.table === table));
    const size = sizes.get(table);
    return {
      table,
      partitionOf: lock.partitionOf,
      mode: lock.mode,
      statement: statements[index]?.number ?? 0,
      heldMs: since.reduce((total, { ms }) => total + ms, commitMs),
      tried: worst(tries),
      estimatedMs: size === undefined ? null : sum(estimates.slice(index)),
      target: size === undefined ? null : { rows: size.rows, bytes: size.totalBytes },
    };
  });
  return locks
    .filter(({ mode, tried }) => strengthOf(mode) >= noticeable || tried !== null)
    .sort((one, other) => strengthOf(other.mode) - strengthOf(one.mode));
}
