/** Says in lines how two pictures of a database differ. */
import type { RowDigest } from './digest-rows.ts';
import type { CatalogSnapshot } from './snapshot.ts';

/** How strictly rows are compared: `all` columns, the `steady` ones ({@link RowDigest}), or `none`. */
export type RowComparison = 'all' | 'steady' | 'none';

function mark(sign: '-' | '+', object: string, definition: string): string[] {
  const lines = definition.split('\n');
  if (lines.length === 1) return [`${sign} ${object}${definition === '' ? '' : `: ${definition}`}`];
  return [`${sign} ${object}:`, ...lines.map((line) => `${sign}     ${line}`)];
}

function without(lines: readonly string[], others: readonly string[]): string {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line)).join('\n');
}

/** Of long definitions only the lines that differ, so that one can see what it is. */
function markChange(object: string, before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const [removed, added] = [without(old, fresh), without(fresh, old)];
  const told = removed !== '' || added !== '';
  return [
    ...mark('-', object, told ? removed : before),
    ...mark('+', object, told ? added : after),
  ];
}

function diffObjects(before: CatalogSnapshot, after: CatalogSnapshot): string[] {
  const names = [...new Set([...before.objects.keys(), ...after.objects.keys()])].sort();
  return names.flatMap((object) => {
    const [old, fresh] = [before.objects.get(object), after.objects.get(object)];
    if (old === fresh) return [];
    if (fresh === undefined) return mark('-', object, old ?? '');
    if (old === undefined) return mark('+', object, fresh);
    return markChange(object, old, fresh);
  });
}

function sameRows(before: RowDigest, after: RowDigest, comparison: RowComparison): boolean {
  if (before.count !== after.count) return false;
  if (comparison === 'steady') return before.steadyDigest === after.steadyDigest;
  return before.digest === after.digest;
}

function diffRows(
  before: CatalogSnapshot,
  after: CatalogSnapshot,
  comparison: RowComparison,
): string[] {
  if (comparison === 'none') return [];
  return [...before.rows.keys()].sort().flatMap((table) => {
    const [old, fresh] = [before.rows.get(table), after.rows.get(table)];
    if (old === undefined || fresh === undefined || sameRows(old, fresh, comparison)) return [];
    const other = old.count === fresh.count ? ' with other contents' : '';
    return [`- rows of ${table}: ${old.count}`, `+ rows of ${table}: ${fresh.count}${other}`];
  });
}

/**
 * One line for each object that is gone (`-`), new (`+`) or changed (both), and for each table with
 * other rows. An empty list when they are the same. Tables that exist on one side only are told by
 * their definition, not by their rows.
 */
export function diffSnapshots(
  before: CatalogSnapshot,
  after: CatalogSnapshot,
  rows: RowComparison = 'all',
): string[] {
  return [...diffObjects(before, after), ...diffRows(before, after, rows)];
}
