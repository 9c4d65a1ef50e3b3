/** In charge of what a measurement says against a migration: long work while traffic is held up. */
import type { Finding } from '../findings/finding.ts';
import { strengthOf } from './lock-mode.ts';
import type { LockMode, MeasuredStatement, TriedTraffic } from './proof.ts';
import { formatBytes, formatMs } from './format.ts';
import { estimateStatements, type TargetSize } from './weigh-locks.ts';

/** From a second on, it is no longer a matter of taste. */
const longMs = 1_000;

/** What is held at a moment of the transaction. */
interface Held {
  mode: LockMode;
  tried: TriedTraffic;
  statement: MeasuredStatement;
}

function strength({ mode }: { mode: LockMode }): number {
  return strengthOf(mode);
}

class LockProblems {
  readonly #file: string;
  readonly #sizes: ReadonlyMap<string, TargetSize>;
  readonly #found = new Map<string, Finding>();
  readonly #held = new Map<string, Held>();
  readonly #roots = new Map<string, string>();

  constructor(file: string, sizes: ReadonlyMap<string, TargetSize>) {
    this.#file = file;
    this.#sizes = sizes;
  }

  get found(): Finding[] {
    return [...this.#found.values()];
  }

  add(statement: MeasuredStatement, estimatedMs: number | null): void {
    this.#hold(statement);
    const rewritten = new Set(statement.rewrites.map((table) => this.#rootOf(table)));
    for (const table of rewritten) {
      this.#find('rewrites-table', table, statement, estimatedMs, {
        message: `${table} is written anew, and everybody who uses it waits.`,
        hint: 'Add a column beside it, fill it in batches, and swap the names; or do it while nobody is there.',
      });
    }
    const work = workOf(statement);
    if (work === undefined) return;
    for (const [table, held] of this.#held) {
      if (rewritten.has(table)) continue;
      this.#holdsUp(table, held, statement, work, estimatedMs);
    }
    this.#lockedRows(statement, estimatedMs);
    if (statement.outsideTransaction) this.#held.clear();
  }

  #hold(statement: MeasuredStatement): void {
    for (const tried of statement.tried) {
      const modes = statement.locks.filter(({ table }) => table === tried.table);
      const mode = modes.map((lock) => lock.mode).sort((a, b) => strengthOf(b) - strengthOf(a))[0];
      for (const { table, partitionOf } of modes) {
        if (partitionOf !== null) this.#roots.set(table, partitionOf);
      }
      const root = this.#rootOf(tried.table);
      const known = this.#held.get(root);
      if (mode === undefined || (known !== undefined && strength(known) >= strength({ mode })))
        continue;
      this.#held.set(root, { mode, tried, statement });
    }
  }

  /** Partitions are told as the table that they are part of. */
  #rootOf(table: string): string {
    return this.#roots.get(table) ?? table;
  }

  #holdsUp(
    table: string,
    held: Held,
    statement: MeasuredStatement,
    work: string,
    estimatedMs: number | null,
  ): void {
    if (!held.tried.reads && !held.tried.writes) return;
    const since = held.statement === statement ? '' : `, locked since line ${held.statement.line},`;
    this.#find(
      held.tried.reads ? 'lock-blocks-reads' : 'lock-blocks-writes',
      table,
      statement,
      estimatedMs,
      {
        message: `${held.tried.reads ? 'Reads and writes' : 'Writes'} of ${table}${since} wait while ${work}.`,
        hint: held.tried.reads
          ? 'Put what takes long into a migration of its own, which takes no such lock.'
          : 'Use the form that lets writes through: "concurrently" for an index, "not valid" and "validate" for a constraint.',
        mode: held.mode,
      },
    );
  }

  /** Most rows of a table changed in one transaction. */
  #lockedRows(statement: MeasuredStatement, estimatedMs: number | null): void {
    for (const { table: tried, lockedRows, writes } of statement.tried) {
      const table = this.#rootOf(tried);
      if (writes || lockedRows === null || lockedRows.locked * 2 < lockedRows.of) continue;
      if (lockedRows.locked === 0) continue;
      this.#find('rows-locked', table, statement, estimatedMs, {
        message: `${lockedRows.locked} of ${lockedRows.of} rows of ${table} can't be changed until the migration ends.`,
        hint: 'Change the rows in batches, each in a transaction of its own.',
      });
    }
  }

  #find(
    rule: string,
    object: string,
    statement: MeasuredStatement,
    estimatedMs: number | null,
    says: { message: string; hint: string; mode?: LockMode },
  ): void {
    const key = `${rule} ${object}`;
    if (this.#found.has(key)) return;
    const size = this.#sizes.get(object);
    const guess =
      size === undefined || estimatedMs === null
        ? 'Its size on the target is not known.'
        : `The target has about ${Math.round(size.rows)} rows in ${formatBytes(size.totalBytes)}: an estimate of ${formatMs(estimatedMs)} there.`;
    const lock = says.mode === undefined ? '' : `${says.mode} was held. `;
    this.#found.set(key, {
      rule,
      level: (estimatedMs ?? 0) >= longMs ? 'error' : 'warning',
      object,
      message: says.message,
      detail: `${lock}Measured: statement ${statement.number}, ${formatMs(statement.ms)} here. ${guess}`,
      hint: says.hint,
      location: { file: this.#file, line: statement.line, column: 1 },
    });
  }
}

/** What takes the longer the more rows there are; undefined when nothing does. */
function workOf({ rewrites, builds, scans, tried }: MeasuredStatement): string | undefined {
  const list = (names: readonly string[]): string => [...new Set(names)].join(' and ');
  if (rewrites.length > 0) return `${list(rewrites)} is being written anew`;
  if (builds.length > 0) return `${list(builds.map(({ index }) => index))} is being built`;
  if (scans.length > 0) return `all of ${list(scans)} is being read`;
  const changed = tried.filter(({ lockedRows }) => (lockedRows?.locked ?? 0) > 0);
  if (changed.length === 0) return undefined;
  return `rows of ${list(changed.map(({ table }) => table))} are being changed`;
}

/** Finds them; one for each table and kind, the first. */
export function findLockProblems(
  file: string,
  statements: readonly MeasuredStatement[],
  sizes: ReadonlyMap<string, TargetSize>,
): Finding[] {
  const problems = new LockProblems(file, sizes);
  const estimates = estimateStatements(statements, sizes);
  for (const [index, statement] of statements.entries()) {
    problems.add(statement, estimates[index] ?? null);
  }
  return problems.found;
}
