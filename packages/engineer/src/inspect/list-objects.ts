/** In charge of taking a snapshot apart into objects, each with a definition that can be compared. */
import type { Objects } from './compare-objects.ts';
import { qualifyName, quoteName } from './quote-name.ts';
import type { InspectionSnapshot } from './to-snapshot.ts';

type Fields = Record<string, unknown>;

/** What belongs to a table or view and is told as an object of its own. */
const parts: Readonly<Record<string, string>> = {
  columns: 'column',
  primaryKey: 'primary key',
  uniques: 'unique key',
  foreignKeys: 'foreign key',
  checks: 'check',
  indexes: 'index',
  policies: 'policy',
  triggers: 'trigger',
  partitions: 'partition',
};

const kinds = [
  ['schemas', 'schema'],
  ['tables', 'table'],
  ['views', 'view'],
  ['functions', 'function'],
  ['types', 'type'],
  ['sequences', 'sequence'],
  ['extensions', 'extension'],
  ['roles', 'role'],
  ['publications', 'publication'],
] as const;

/** Definitions by object, such as `column seq on public.messages`. */
export function listObjects(snapshot: InspectionSnapshot): Objects {
  const objects = new Map<string, string>();
  for (const [list, kind] of kinds) {
    for (const entry of snapshot[list]) {
      const fields: Fields = { ...entry };
      const name = nameOf(entry);
      for (const [key, part] of Object.entries(parts)) {
        for (const inner of partsOf(fields[key])) {
          objects.set(`${part} ${quoteName(String(inner['name']))} on ${name}`, define(inner));
        }
        delete fields[key];
      }
      objects.set(`${kind} ${name}`, define(fields));
    }
  }
  return objects;
}

function nameOf(entry: { name: string; schema?: string; signature?: string }): string {
  if (entry.signature !== undefined) return entry.signature;
  return entry.schema === undefined || 'version' in entry
    ? quoteName(entry.name)
    : qualifyName({ schema: entry.schema, name: entry.name });
}

function partsOf(value: unknown): Fields[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is Fields => typeof item === 'object' && item !== null);
}

/** One line a field, without what is not there; the name is in the object's own. */
function define(fields: Fields): string {
  return Object.entries(fields)
    .filter(([key, value]) => key !== 'name' && value !== null && !isEmpty(value))
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
