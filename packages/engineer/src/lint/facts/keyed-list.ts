/** In charge of lists that rules ask for by a name, once for each statement. */

/**
 * A list that knows its entries by a key. A file of ten megabytes has a hundred thousand of them, and
 * a rule that looked through all of them at each statement would never come to an end.
 */
export class KeyedList<T> {
  readonly #all: T[] = [];
  readonly #byKey = new Map<string, T[]>();
  readonly #keysOf: (item: T) => readonly string[];

  /** @param keysOf the keys under which an entry is found */
  constructor(keysOf: (item: T) => readonly string[]) {
    this.#keysOf = keysOf;
  }

  /** In the order in which they were added. */
  get all(): readonly T[] {
    return this.#all;
  }

  add(item: T): void {
    this.#all.push(item);
    for (const key of this.#keysOf(item)) {
      const there = this.#byKey.get(key);
      if (there === undefined) this.#byKey.set(key, [item]);
      else there.push(item);
    }
  }

  /** Those with that key, in their order; none when there are none. */
  of(key: string): readonly T[] {
    return this.#byKey.get(key) ?? [];
  }
}
