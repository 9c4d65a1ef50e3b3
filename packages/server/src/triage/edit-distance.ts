/** In charge of counting typing errors between two words. */

/**
 * The number of letters to add, drop, change or swap with their neighbour to make one word of the
 * other (Damerau-Levenshtein, each pair swapped once), or `limit + 1` when it takes more.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped)
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? limit + 1;
}

/** Every word that is left of `word` when up to `count` letters are dropped, the word included. */
export function dropLetters(word: string, count: number): Set<string> {
  const all = new Set([word]);
  let newest = [word];
  for (let round = 0; round < count; round += 1) {
    const shorter = new Set<string>();
    for (const one of newest) {
      for (let at = 0; at < one.length; at += 1) shorter.add(one.slice(0, at) + one.slice(at + 1));
    }
    newest = [...shorter];
    for (const one of newest) all.add(one);
  }
  return all;
}
