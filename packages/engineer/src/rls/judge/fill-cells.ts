/** In charge of making one cell of the matrix out of the attempts that belong to it. */
import type { AccessCell, Outcome, Refusal, Verb } from '../access-matrix.ts';
import type { AttemptResult } from '../attempts/attempt.ts';
import type { Actor } from '../attempts/situation.ts';
import type { Reached } from './count-reached.ts';

/** An attempt's verb, what it reached and what PostgreSQL said. */
export interface CellPart {
  verb: Verb;
  reached: Reached;
  result: Pick<AttemptResult, 'sqlstate' | 'message'>;
  /** Of `attach`: the object whose row it refers to. */
  below?: string;
}

/** One cell for each verb, in the order of the parts. */
export function fillCells({ role, who }: Actor, parts: readonly CellPart[]): AccessCell[] {
  const byVerb = new Map<Verb, CellPart[]>();
  for (const part of parts) byVerb.set(part.verb, [...(byVerb.get(part.verb) ?? []), part]);
  return [...byVerb].map(([verb, all]) => {
    const own = Math.max(...all.map(({ reached }) => reached.own));
    const others = Math.max(...all.map(({ reached }) => reached.others));
    const refused = all.filter(({ result }) => result.sqlstate !== undefined);
    const allRefused = refused.length === all.length;
    const said = own + others === 0 || others === 0 ? gravest(refused) : undefined;
    return {
      role,
      who,
      verb,
      outcome: nameOutcome(own, others, allRefused),
      own,
      others,
      refusal: said === undefined ? null : nameRefusal(said.result),
      sqlstate: said?.result.sqlstate ?? null,
      message: said?.result.message ?? null,
      ...(verb === 'attach' ? { below: parentsOf(all) } : {}),
    };
  });
}

/** Below whose rows a row was put. */
function parentsOf(parts: readonly CellPart[]): string[] {
  return parts.flatMap(({ reached, below }) => (reached.others > 0 && below ? [below] : []));
}

/** What was reached, in a word. */
export function nameOutcome(own: number, others: number, refused: boolean): Outcome {
  if (own > 0 && others > 0) return 'all';
  if (own > 0) return 'own';
  if (others > 0) return 'others';
  return refused ? 'error' : 'none';
}

/** Which kind of refusal a SQLSTATE and its message are. */
export function nameRefusal({ sqlstate, message }: CellPart['result']): Refusal {
  if (sqlstate !== '42501') return 'failure';
  return /row-level security/.test(message ?? '') ? 'policy' : 'permission';
}

const gravity: Record<Refusal, number> = { failure: 2, policy: 1, permission: 0 };

/** A failure says more than a policy's refusal, and that more than a missing right. */
function gravest(refused: readonly CellPart[]): CellPart | undefined {
  return refused.toSorted(
    (a, b) => gravity[nameRefusal(b.result)] - gravity[nameRefusal(a.result)],
  )[0];
}
