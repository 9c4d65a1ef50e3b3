/** In charge of the order in which pieces are made: by stage, and what something needs before it. */
import type { Piece } from './piece.ts';

function byStage(a: Piece, b: Piece): number {
  return a.stage - b.stage || a.rank - b.rank || (a.object < b.object ? -1 : 1);
}

/**
 * Sorts the pieces. Where some need each other in a circle, the order within the circle is that of
 * the stages.
 */
export function orderPieces(pieces: readonly Piece[]): Piece[] {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
  const seen = new Set<Piece>();
  const ordered: Piece[] = [];
  // By hand and not by recursion: a chain of needs may be longer than the call stack.
  for (const root of [...pieces].sort(byStage)) {
    const path = [{ piece: root, needs: needsOf(root) }];
    if (seen.has(root)) continue;
    seen.add(root);
    while (path.length > 0) {
      const { piece, needs } = path[path.length - 1] as (typeof path)[number];
      const next = needs.pop();
      if (next === undefined) {
        ordered.push(piece);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ piece: next, needs: needsOf(next) });
      }
    }
  }
  return ordered;

  function needsOf(piece: Piece): Piece[] {
    const needs = piece.needs.map((key) => byKey.get(key)).filter((need) => need !== undefined);
    return needs.sort(byStage).reverse();
  }
}
