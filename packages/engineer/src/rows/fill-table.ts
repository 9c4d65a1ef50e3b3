/** In charge of the rows of one table: how many, for whom, and why there are fewer. */
import type pg from 'pg';
import { profileOf, type Profile, type SearchWidth } from './arrange-candidates.ts';
import { adoptRows } from './adopt-rows.ts';
import { explainProblem } from './explain-problem.ts';
import type { Filling } from './filling.ts';
import { planRow, type WantedRow } from './plan-row.ts';
import { conditionsOf } from './row-conditions.ts';
import { solveRow } from './solve-row.ts';
import { readStored, tryStatement, writeInsert, type Outcome } from './store-row.ts';
import type { LeafFacts } from './table-facts.ts';

/** Why a row was not stored. */
type Refusal = { kind: 'unsolvable' } | { kind: 'refused'; outcome: Outcome };

interface Report {
  refusal: Refusal | undefined;
  /** What a trigger said before it was switched off. */
  trigger: string | undefined;
}

interface Attempt {
  profile: Profile;
  width: SearchWidth;
  leaf: LeafFacts | undefined;
}

const wide: SearchWidth = { fresh: 6, all: 100 };
const wider: SearchWidth = { fresh: 24, all: 200 };
/** For a search in which the wide ones take too long. */
const narrow: SearchWidth = { fresh: 4, all: 16 };
const solutionsTried = 5;
/** After so many rows that failed, and none that did not, the others are not tried. */
const mostInVain = 2;
/** After so many searches that took too long, only narrow ones are made. */
const mostSlow = 1;
const queryCanceled = '57014';
const mostLeavesPerGroup = 16;
/** Of constraints, where another value may help; everything else is a trigger's or the server's. */
const constraintStates = /^(23|22|54|428C9)/;

class TableFiller {
  readonly #filling: Filling;
  #made = 0;
  #failedInVain = 0;
  #slowSearches = 0;
  readonly #report: Report = { refusal: undefined, trigger: undefined };

  constructor(filling: Filling) {
    this.#filling = filling;
  }

  async fill(): Promise<string | null> {
    const { client, table, stock, kept, groups, retries } = this.#filling;
    for (let retry = 0; retry <= retries; retry += 1) {
      const grouped = this.#grouped();
      await this.#fillGroups(grouped, retry);
      if (this.#grouped().size < groups)
        this.#made += await adoptRows(client, table, stock.stored, kept);
      if (this.#grouped().size >= groups) break;
    }
    return await this.#problem();
  }

  /** The groups that have rows. */
  #grouped(): Set<number> {
    const { stock, table } = this.#filling;
    return new Set(stock.stored.of(table.id).map((row) => row.group));
  }

  async #fillGroups(full: ReadonlySet<number>, retry: number): Promise<void> {
    const { table, groups, rowsPerGroup } = this.#filling;
    const leaves = table.leaves;
    const perGroup = Math.max(rowsPerGroup, Math.min(leaves.length, mostLeavesPerGroup));
    const most = groups * perGroup;
    this.#failedInVain = 0;
    for (let row = 0; row < most && this.#failedInVain <= mostInVain + leaves.length; row += 1) {
      const group = Math.floor(row / perGroup);
      if (full.has(group)) continue;
      // Each group goes through the partitions where the one before it stopped.
      const leaf = leaves.length > 0 ? leaves[row % leaves.length] : undefined;
      await this.#makeRow({ group, index: row % perGroup, retry }, leaf);
    }
  }

  async #problem(): Promise<string | null> {
    const { refusal, trigger } = this.#report;
    if (this.#made === 0) {
      const said = refusal?.kind === 'refused' ? refusal.outcome : undefined;
      return await explainProblem(this.#filling, said);
    }
    return trigger === undefined ? null : `made with its triggers off: ${trigger}`;
  }

  async #makeRow(
    { group, index, retry }: { group: number; index: number; retry: number },
    leaf: LeafFacts | undefined,
  ): Promise<void> {
    const attempts: Attempt[] = [
      { profile: profileOf(index), width: wide, leaf },
      { profile: 'typical', width: wider, leaf },
      { profile: 'mixed', width: narrow, leaf },
    ];
    if (this.#slowSearches > mostSlow) attempts.splice(0, 2);
    // A partition that is full leaves room in another one.
    if (leaf !== undefined) attempts.push({ profile: 'typical', width: wider, leaf: undefined });
    for (const { profile, width, leaf: place } of attempts) {
      const wanted: WantedRow = {
        ...{ table: this.#filling.table, group, index, profile, width, number: this.#made },
        fixed: this.#filling.fixed(group, index, retry),
      };
      const refusal = await this.#tryRow(wanted, place);
      if (refusal === undefined) return;
      this.#report.refusal = refusal;
    }
    if (this.#made === 0) this.#failedInVain += 1;
  }

  async #tryRow(wanted: WantedRow, leaf: LeafFacts | undefined): Promise<Refusal | undefined> {
    const { client, table, stock, kept } = this.#filling;
    const plan = planRow(wanted, stock);
    if (plan.sources.some(({ rows }) => rows.length === 0)) return { kind: 'unsolvable' };
    const conditions = [...conditionsOf(table, leaf), ...plan.conditions];
    let solutions;
    try {
      solutions = await solveRow(client, table, plan, conditions, solutionsTried);
    } catch (error) {
      // A check that fails on some value, or a search that takes too long: what is stored decides.
      if ((error as pg.DatabaseError).code === queryCanceled) this.#slowSearches += 1;
      solutions = [new Map<string, string | null>()];
    }
    let refusal: Refusal = { kind: 'unsolvable' };
    for (const solution of solutions) {
      const statement = writeInsert(table, plan, solution, kept);
      const outcome = await this.#store(statement, plan.isBroken);
      if (outcome.result !== null) {
        const stored = readStored(outcome.result);
        const between = table.leaves.find(({ id }) => id === stored.holderId)?.between ?? [];
        stock.stored.add([table.id, stored.holderId, ...between], {
          ...stored,
          group: wanted.group,
          later: plan.later,
        });
        this.#made += 1;
        return undefined;
      }
      refusal = { kind: 'refused', outcome };
    }
    return refusal;
  }

  async #store(statement: string, isBroken: boolean): Promise<Outcome> {
    const { client, table } = this.#filling;
    const outcome = await tryStatement(client, statement, isBroken);
    if (outcome.result !== null || !table.hasTriggers || isBroken) return outcome;
    if (outcome.state !== null && constraintStates.test(outcome.state)) return outcome;
    const second = await tryStatement(client, statement, true);
    if (second.result !== null) {
      this.#report.trigger ??= outcome.message ?? 'a trigger let no row through';
    }
    return second;
  }
}

/**
 * Makes the rows of a table.
 *
 * @returns why there are none, or what had to be switched off; null when all is well
 */
export async function fillTable(filling: Filling): Promise<string | null> {
  return await new TableFiller(filling).fill();
}
