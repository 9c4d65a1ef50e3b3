/** In charge of where the values of one row may come from: what the caller fixed, rows that exist, candidates. */
import pg from 'pg';
import { arrangeCandidates, type Profile, type SearchWidth } from './arrange-candidates.ts';
import type { Candidate } from './candidates/candidate.ts';
import { castText } from './candidates/cast-text.ts';
import type { Candidates } from './candidates/column-candidates.ts';
import { mayBeNull } from './order-tables.ts';
import type { Condition, RowPlan } from './row-plan.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { StoredRow, StoredRows } from './stored-rows.ts';
import type { ColumnFacts, ForeignKeyFacts, TableFacts } from './table-facts.ts';

/** Which row is wanted. */
export interface WantedRow {
  table: TableFacts;
  group: number;
  index: number;
  /** Of the row in its table. */
  number: number;
  profile: Profile;
  width: SearchWidth;
  /** Values that the caller wants, by column. */
  fixed: ReadonlyMap<string, string | null>;
}

/** What there is to make it from. */
export interface Stock {
  candidates: Candidates;
  /** Candidates that are tried last. */
  hopeless: ReadonlySet<Candidate>;
  stored: StoredRows;
  /** The tables that already have their rows. */
  isDone(tableId: string): boolean;
  random: SeededRandom;
}

const mostReferenced = 24;

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

class RowPlanner {
  readonly #wanted: WantedRow;
  readonly #stock: Stock;
  readonly #columns: ReadonlyMap<string, ColumnFacts>;
  readonly #claimed = new Set<string>();
  readonly plan: RowPlan = { sources: [], copies: [], conditions: [], later: [], isBroken: false };

  constructor(wanted: WantedRow, stock: Stock) {
    this.#wanted = wanted;
    this.#stock = stock;
    this.#columns = new Map(wanted.table.columns.map((column) => [column.name, column]));
  }

  #cast(name: string, text: string | null): string {
    return castText(text, this.#columns.get(name)?.type ?? 'text');
  }

  #source(columns: string[], rows: string[][]): void {
    for (const name of columns) this.#claimed.add(name);
    this.plan.sources.push({ columns, rows });
  }

  build(): RowPlan {
    for (const [name, text] of this.#wanted.fixed) this.#source([name], [[this.#cast(name, text)]]);
    for (const key of this.#wanted.table.foreignKeys) this.#addForeignKey(key);
    const keyColumns = new Set(this.#wanted.table.keys.flatMap(({ columns }) => columns));
    const candidates = this.#stock.candidates.get(this.#wanted.table.id);
    for (const column of this.#wanted.table.columns) {
      if (column.generated !== null || this.#claimed.has(column.name)) continue;
      const arranged = arrangeCandidates(
        candidates?.get(column.name) ?? [],
        this.#wanted.profile,
        this.#wanted.number,
        this.#wanted.group,
        keyColumns.has(column.name),
        this.#wanted.width,
        this.#stock.random,
        this.#stock.hopeless,
      );
      this.#source(
        [column.name],
        arranged.map(({ expression }) => [expression]),
      );
    }
    return this.plan;
  }

  #open(key: ForeignKeyFacts): string[] {
    return key.columns.filter((name) => !this.#claimed.has(name));
  }

  #nullable(names: readonly string[]): string[] {
    return names.filter((name) => this.#columns.get(name)?.notNull === false);
  }

  #addForeignKey(key: ForeignKeyFacts): void {
    const open = this.#open(key);
    const isSelf = key.referencedId === this.#wanted.table.id;
    const rows = this.#stock.stored.referenced(key, this.#wanted.group, mostReferenced);
    if (rows.length > 0) this.#refer(key, open, rows, isSelf);
    else if (isSelf || !this.#stock.isDone(key.referencedId)) this.#postpone(key, open, isSelf);
    else this.#goWithout(key, open);
  }

  /** The rows are there: the columns that are still open are taken from one of them. */
  #refer(key: ForeignKeyFacts, open: string[], rows: readonly StoredRow[], isSelf: boolean): void {
    const texts = rotate(rows, this.#wanted.number).map((row) =>
      key.referencedColumns.map((name) => row.values[name] ?? null),
    );
    const tuples = texts.map((values) =>
      key.columns.map((name, index) => this.#cast(name, values[index] ?? null)),
    );
    if (open.length > 0) {
      const places = open.map((name) => key.columns.indexOf(name));
      const options = tuples.map((tuple) => places.map((place) => tuple[place] as string));
      const nullable = this.#nullable(open);
      if (mayBeNull(this.#wanted.table, key) && nullable.length > 0) {
        const none = open.map((name, index) =>
          nullable.includes(name) ? this.#cast(name, null) : (options[0]?.[index] as string),
        );
        // An edge of its own; in a tree the first row is the root.
        if (this.#wanted.profile === 'empty' || (isSelf && this.#wanted.index === 0))
          options.unshift(none);
        else options.push(none);
      }
      this.#source(open, unique(options));
    }
    if (open.length < key.columns.length) this.plan.conditions.push(membership(key, tuples));
  }

  /** The rows come later: null until then where that is possible. */
  #postpone(key: ForeignKeyFacts, open: string[], isSelf: boolean): void {
    const nullable = this.#nullable(open);
    if (nullable.length > 0 && mayBeNull(this.#wanted.table, key)) {
      for (const name of nullable) this.#source([name], [[this.#cast(name, null)]]);
      this.plan.later.push(key.name);
    } else if (isSelf) {
      const own = open.filter((name) => !key.referencedColumns.includes(name));
      for (const name of own) this.#claimed.add(name);
      const from = own.map((name) => key.referencedColumns[key.columns.indexOf(name)] as string);
      if (own.length > 0) this.plan.copies.push({ columns: own, from });
    } else if (open.length > 0) {
      this.plan.later.push(key.name);
      this.plan.isBroken = true;
    }
  }

  /** There are none and there will be none: null, or nothing at all. */
  #goWithout(key: ForeignKeyFacts, open: string[]): void {
    const nullable = this.#nullable(open);
    for (const name of nullable) this.#source([name], [[this.#cast(name, null)]]);
    if (nullable.length === 0) {
      this.plan.conditions.push({
        name: `foreign key ${pg.escapeIdentifier(key.name)}`,
        columns: key.columns,
        test: 'false',
        impossible: 'the table it refers to has no rows',
      });
    }
  }
}

function unique(rows: readonly string[][]): string[][] {
  return [...new Map(rows.map((row) => [row.join('\n'), row])).values()];
}

function membership(key: ForeignKeyFacts, tuples: readonly string[][]): Condition {
  const names = key.columns.map(pg.escapeIdentifier);
  const none = names.map((name) => `${name} is null`);
  const escape = key.matchFull ? none.join(' and ') : none.join(' or ');
  const rows = tuples.map((tuple) => `row(${tuple.join(', ')})`).join(', ');
  return {
    name: `foreign key ${pg.escapeIdentifier(key.name)}`,
    columns: key.columns,
    test: `${escape} or row(${names.join(', ')}) in (${rows})`,
  };
}

/** Plans one row. */
export function planRow(wanted: WantedRow, stock: Stock): RowPlan {
  return new RowPlanner(wanted, stock).build();
}
