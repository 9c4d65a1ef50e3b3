/** In charge of the parts of the page that set two moments side by side. */
import { countOf } from '../format.ts';
import type { AccessChange, Proof, RowChange } from '../proof.ts';
import { section, type Section } from './section.ts';

function rowTable(changes: readonly RowChange[]): Section['table'] {
  return {
    head: ['table', 'rows before', 'rows after', 'gone or changed', 'new or changed'],
    rows: changes.map(({ table, before, after, gone, come }) =>
      [table, before, after, gone, come].map(String),
    ),
  };
}

/** Rows that the migration itself changes. */
export function rowsSection({ rows }: Proof): Section {
  return section('Rows that the migration changes', { table: rowTable(rows) });
}

/** Up, down, up again. */
export function roundTripSection({ roundTrip: trip, migration }: Proof): Section {
  if (trip === null) return section('Round trip');
  const same = trip.down.length === 0 && trip.lost.length === 0;
  const list = [
    ...trip.droppedWithData.map(
      (what) => `Taken away with what is in it by the way back: ${what}.`,
    ),
    ...trip.lost.map(
      ({ table, gone, before }) =>
        `${gone} of ${countOf(before, 'row')} in ${table} are not there as they were.`,
    ),
    ...trip.plantedLost.map(
      ({ table, gone, before }) =>
        `${gone} of ${countOf(before, 'row')} in ${table} are lost once rows were written under the new schema.`,
    ),
  ];
  return section('Round trip', {
    note: same
      ? `Up, down with ${migration.rollback ?? ''} and up again: catalog and rows came back the same; ${countOf(trip.planted, 'row')} written under the new schema went the same way.`
      : 'Up and down does not bring back what was there.',
    list,
    diff: [...trip.down, ...(trip.down.length === 0 ? trip.upAgain : [])],
  });
}

/** `owner, stranger: select, update` for everything that changes in one way on one object. */
function groupAccess(changes: readonly AccessChange[]): string[][] {
  const groups = new Map<string, AccessChange[]>();
  for (const change of changes) {
    const { object, role, before, after } = change;
    const key = JSON.stringify([object, role, before, after]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const unique = (words: readonly string[]): string => [...new Set(words)].join(', ');
  return [...groups.values()].map((group) => [
    group[0]?.object ?? '',
    group[0]?.role ?? '',
    unique(group.map(({ who }) => who)),
    unique(group.map(({ verb }) => verb)),
    group[0]?.before ?? '',
    group[0]?.after ?? '',
    group.some(({ widened }) => widened) ? 'widened' : '',
  ]);
}

/** Who could reach what before, and who can after. */
export function accessSection({ access }: Proof): Section {
  if (access === null) return section('Access before and after');
  return section('Access before and after', {
    note: access.length === 0 ? 'Nobody reaches more or less than before.' : null,
    table: {
      head: ['object', 'role', 'as', 'verb', 'before', 'after', ''],
      rows: groupAccess(access),
    },
  });
}
