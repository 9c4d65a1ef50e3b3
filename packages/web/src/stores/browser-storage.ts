/**
 * What the page keeps in the browser. Storage can be refused or full; the page then goes on with
 * what it has in memory.
 */

/** Everything that the pages keep, by key. */
export type StorageKey =
  'catb.session' | 'catb.theme' | 'catb.unsent' | 'catb.draft' | 'catb.admin-key';

/** What isn't sent yet, and the key of the dashboard, belong to one tab and end with it. */
const ofOneTab: readonly StorageKey[] = ['catb.unsent', 'catb.draft', 'catb.admin-key'];

/** The stored text, or null when there is none or storage is refused. */
export function readStored(key: StorageKey): string | null {
  try {
    return areaOf(key).getItem(key);
  } catch {
    return null;
  }
}

/** The stored JSON, or null when there is none or it isn't JSON. */
export function readStoredJson(key: StorageKey): unknown {
  try {
    return JSON.parse(readStored(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Stores a text; null removes it. */
export function writeStored(key: StorageKey, value: string | null): void {
  try {
    if (value === null) areaOf(key).removeItem(key);
    else areaOf(key).setItem(key, value);
  } catch {
    // Refused or full: what is in memory has to do.
  }
}

function areaOf(key: StorageKey): Storage {
  return ofOneTab.includes(key) ? sessionStorage : localStorage;
}
