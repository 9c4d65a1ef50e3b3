/** In charge of showing what a fix changes, as a unified diff. */

const context = 2;

/** For edits inside of lines, so that the lines of the two texts go with each other one by one. */
export function renderDiff(path: string, before: string, after: string): string {
  const name = path.replaceAll('\\', '/');
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (before === '') {
    const added = now.slice(0, -1).map((line) => `+${line}`);
    return ['--- /dev/null', `+++ b/${name}`, `@@ -0,0 +1,${added.length} @@`, ...added, ''].join(
      '\n',
    );
  }
  const lines = [`--- a/${name}`, `+++ b/${name}`];
  for (const [first, last] of changedRanges(old, now)) {
    const from = Math.max(0, first - context);
    const to = Math.min(old.length, last + context + 1);
    lines.push(`@@ -${from + 1},${to - from} +${from + 1},${to - from} @@`);
    lines.push(...old.slice(from, first).map((line) => ` ${line}`));
    lines.push(...old.slice(first, last + 1).map((line) => `-${line}`));
    lines.push(...now.slice(first, last + 1).map((line) => `+${line}`));
    lines.push(...old.slice(last + 1, to).map((line) => ` ${line}`));
  }
  return [...lines, ''].join('\n');
}

/** From and to with, near ones joined. */
function changedRanges(old: readonly string[], now: readonly string[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const [index, line] of old.entries()) {
    if (line === now[index]) continue;
    const last = ranges.at(-1);
    if (last !== undefined && index - last[1] <= 2 * context) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges;
}
