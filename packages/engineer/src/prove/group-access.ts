/** In charge of telling many changes of access in few lines: what changes alike is told together. */
import type { AccessChange } from './proof.ts';

/** What changes in one way for one role on one object. */
export interface AccessGroup {
  object: string;
  role: string;
  /** Such as `owner, stranger`. */
  who: string;
  /** Such as `select, update`. */
  verbs: string;
  before: string;
  after: string;
  widened: boolean;
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].join(', ');
}

/** The groups, in the order of their first changes. */
export function groupAccess(changes: readonly AccessChange[]): AccessGroup[] {
  const groups = new Map<string, AccessChange[]>();
  for (const change of changes) {
    const { object, role, before, after } = change;
    const key = JSON.stringify([object, role, before, after]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { object, role, before, after } = first;
    return {
      ...{ object, role, before, after },
      who: unique(group.map(({ who }) => who)),
      verbs: unique(group.map(({ verb }) => verb)),
      widened: group.some(({ widened }) => widened),
    };
  });
}
