/** In charge of how two sets of objects differ, each told by its definition. */
import { diffSnapshots } from '@catb/database';

/** One object that is not the same on both sides. */
export interface ObjectDifference {
  /** Such as `policy "A session reads itself" on public.sessions`. */
  object: string;
  /** `missing`: only before, `new`: only after, `changed`: on both sides, differently. */
  change: 'missing' | 'new' | 'changed';
  /** Its definition; null where it is missing. */
  before: string | null;
  after: string | null;
}

/** Definitions by object. */
export type Objects = ReadonlyMap<string, string>;

/** Sorted by object. An empty list when both are the same. */
export function compareObjects(before: Objects, after: Objects): ObjectDifference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((object): ObjectDifference[] => {
    const [old, fresh] = [before.get(object) ?? null, after.get(object) ?? null];
    if (old === fresh) return [];
    const change = fresh === null ? 'missing' : old === null ? 'new' : 'changed';
    return [{ object, change, before: old, after: fresh }];
  });
}

/** Lines with `-` for before and `+` for after; of long definitions only what differs. */
export function renderDifference({ object, before, after }: ObjectDifference): string[] {
  const side = (definition: string | null) => ({
    objects: new Map(definition === null ? [] : [[object, definition]]),
    rows: new Map(),
  });
  return diffSnapshots(side(before), side(after));
}
