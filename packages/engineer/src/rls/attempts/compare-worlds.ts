/** In charge of telling whose rows a result depends on: it is taken again without a tenant's rows. */
import type { Witnesses } from '../witness/witness.ts';
import type { AttemptResult } from './attempt.ts';

/** The same attempt with all rows, without each tenant's, and with all rows again. */
export interface Worlds {
  whole: AttemptResult;
  without: readonly [AttemptResult, AttemptResult];
  again: AttemptResult;
}

/** How many rows of each tenant a result depends on, at least. */
export function compareWorlds(worlds: Worlds, witnesses: Witnesses): [number, number] {
  return [dependence(worlds, 0, witnesses), dependence(worlds, 1, witnesses)];
}

function dependence(worlds: Worlds, tenant: 0 | 1, witnesses: Witnesses): number {
  const { whole, again } = worlds;
  const touched = Math.max(whole.touched?.[tenant] ?? 0, whole.added?.[tenant] ?? 0);
  if (whole.sqlstate !== undefined || whole.found === undefined) return touched;
  const without = worlds.without[tenant];
  const difference = whole.found.length - (without.found?.length ?? 0);
  const isSteady = JSON.stringify(whole.found) === JSON.stringify(again.found);
  if (isSteady) {
    const differs = JSON.stringify(whole.found) !== JSON.stringify(without.found);
    return Math.max(touched, differs ? Math.max(difference, 1) : 0);
  }
  // A result that is another each time, by chance or by the clock: only what it says can tell.
  const telling = tellingTexts(witnesses, tenant);
  const telltales = whole.found.filter((row) => telling.some((text) => row.includes(text))).length;
  const counted = whole.found.length === again.found?.length ? Math.max(difference, 0) : 0;
  return Math.max(touched, telltales, counted);
}

/** Texts that stand in one tenant's rows and in nobody else's. */
function tellingTexts(witnesses: Witnesses, tenant: 0 | 1): string[] {
  const mine = new Set<string>();
  const others = new Set<string>();
  for (const witness of witnesses.all) {
    for (const value of witness.values.values()) {
      if (value !== null && value.length >= 8) {
        (witness.tenant === tenant ? mine : others).add(value);
      }
    }
  }
  return [...mine].filter((text) => !others.has(text));
}
