/** In charge of the rows of one table: how many, for whom, and why there are fewer. */
import type pg from 'pg';
import { profileOf, type Profile } from './arrange-candidates.ts';
import { explainProblem } from './explain-problem.ts';
import { planRow, type Stock, type WantedRow } from './plan-row.ts';
import { conditionsOf } from './row-conditions.ts';
import { solveRow } from './solve-row.ts';
import { readStored, tryStatement, writeInsert, type Outcome } from './store-row.ts';
import type { LeafFacts, TableFacts } from './table-facts.ts';

/** What is to be done for a table. */
export interface Filling {
  client: pg.ClientBase;
  table: TableFacts;
  stock: Stock;
  rowsPerGroup: number;
  groups: number;
  /** The columns whose values are remembered. */
  kept: readonly string[];
  fixed(group: number, index: number): ReadonlyMap<string, string | null>;
}

/** Why a row was not stored. */
type Refusal = { kind: 'unsolvable' } | { kind: 'refused'; outcome: Outcome };

interface Report {
  refusal: Refusal | undefined;
  /** What a trigger said before it was switched off. */
  trigger: string | undefined;
}

const solutionsTried = 5;
const mostLeavesPerGroup = 16;
/** Of constraints, where another value may help; everything else is a trigger's or the server's. */
const constraintStates = /^(23|22|54|428C9)/;

class TableFiller {
  readonly #filling: Filling;
  #made = 0;
  readonly #report: Report = { refusal: undefined, trigger: undefined };

  constructor(filling: Filling) {
    this.#filling = filling;
  }

  async fill(): Promise<string | null> {
    const { table, groups, rowsPerGroup } = this.#filling;
    const leaves = table.leaves;
    const perGroup = Math.max(rowsPerGroup, Math.min(leaves.length, mostLeavesPerGroup));
    for (let group = 0; group < groups; group += 1) {
      for (let index = 0; index < perGroup; index += 1) {
        // Each group goes through the partitions where the one before it stopped.
        const leaf =
          leaves.length > 0 ? leaves[(group * perGroup + index) % leaves.length] : undefined;
        await this.#makeRow(group, index, leaf);
      }
    }
    return await this.#problem();
  }

  async #problem(): Promise<string | null> {
    const { refusal, trigger } = this.#report;
    if (this.#made === 0) {
      const said = refusal?.kind === 'refused' ? refusal.outcome : undefined;
      return await explainProblem(this.#filling, said);
    }
    return trigger === undefined ? null : `made with its triggers off: ${trigger}`;
  }

  async #makeRow(group: number, index: number, leaf: LeafFacts | undefined): Promise<void> {
    const profiles = new Set<Profile>([profileOf(index), 'typical', 'mixed']);
    for (const profile of profiles) {
      const wanted: WantedRow = {
        ...{ table: this.#filling.table, group, index, profile, number: this.#made },
        fixed: this.#filling.fixed(group, index),
      };
      const refusal = await this.#tryRow(wanted, leaf);
      if (refusal === undefined) return;
      this.#report.refusal = refusal;
    }
  }

  async #tryRow(wanted: WantedRow, leaf: LeafFacts | undefined): Promise<Refusal | undefined> {
    const { client, table, stock, kept } = this.#filling;
    const plan = planRow(wanted, stock);
    if (plan.sources.some(({ rows }) => rows.length === 0)) return { kind: 'unsolvable' };
    const conditions = [...conditionsOf(table, leaf), ...plan.conditions];
    let solutions;
    try {
      solutions = await solveRow(client, table, plan, conditions, solutionsTried);
    } catch {
      // A check that fails on some value, or a search that takes too long: what is stored decides.
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
