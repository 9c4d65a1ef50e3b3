/** In charge of which entries of two catalogs differ. */

/** The names of those that are missing on a side, or say something else. */
export function diffMaps(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort();
}
