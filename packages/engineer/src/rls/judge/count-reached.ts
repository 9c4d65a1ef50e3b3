/** In charge of counting whose witness rows an attempt reached. */
import type { Who } from '../access-matrix.ts';
import type { Attempt, AttemptResult } from '../attempts/attempt.ts';
import { tenantOf } from '../attempts/situation.ts';
import type { Witnesses } from '../witness/witness.ts';

/** Witness rows reached, of one's own and of others. */
export interface Reached {
  own: number;
  others: number;
}

/** How many witnesses of each tenant have this text in the columns that a role may read. */
export type TextCounts = ReadonlyMap<string, readonly [number, number]>;

/** Turns counts by tenant into one's own and others'. */
export function splitByWho(counts: readonly [number, number], who: Who): Reached {
  const self = tenantOf(who);
  if (self === null) return { own: 0, others: counts[0] + counts[1] };
  return { own: counts[self], others: counts[self === 0 ? 1 : 0] };
}

/**
 * Counts what an attempt on a table reached.
 *
 * @param texts for rows that were read by the text of some columns
 */
export function countReached(
  attempt: Attempt,
  result: AttemptResult,
  who: Who,
  witnesses: Witnesses,
  texts: TextCounts,
): Reached {
  if (result.sqlstate !== undefined) return { own: 0, others: 0 };
  switch (attempt.verb) {
    case 'select':
    case 'lock':
      return countMarks(result.found ?? [], who, witnesses, texts);
    case 'insert':
    case 'insert returning': {
      const written = (result.found?.length ?? result.rows ?? 0) > 0 && (result.arrived ?? 0) > 0;
      const counts: [number, number] = [0, 0];
      if (written) counts[attempt.tenant ?? 0] = 1;
      return splitByWho(counts, who);
    }
    case 'attach':
      return { own: 0, others: (result.arrived ?? 0) > 0 ? 1 : 0 };
    case 'take':
      return { own: 0, others: splitOthers(result, who) };
    case 'give':
      return { own: splitByWho(result.touched ?? [0, 0], who).own, others: 0 };
    default:
      return splitByWho(result.touched ?? [0, 0], who);
  }
}

function splitOthers({ touched }: AttemptResult, who: Who): number {
  return splitByWho(touched ?? [0, 0], who).others;
}

/** Of rows that look the same, one's own are counted first. */
function countMarks(
  marks: readonly string[],
  who: Who,
  witnesses: Witnesses,
  texts: TextCounts,
): Reached {
  const reached: Reached = { own: 0, others: 0 };
  const byText = new Map<string, number>();
  for (const mark of marks) {
    const witness = witnesses.byPlace.get(mark);
    if (witness === undefined) byText.set(mark, (byText.get(mark) ?? 0) + 1);
    else if (witness.tenant === tenantOf(who)) reached.own += 1;
    else reached.others += 1;
  }
  for (const [text, count] of byText) {
    const there = splitByWho(texts.get(text) ?? [0, 0], who);
    const own = Math.min(count, there.own);
    reached.own += own;
    reached.others += Math.min(count - own, there.others);
  }
  return reached;
}
