/** In charge of what a round trip says against a migration. */
import type { Finding } from '../findings/finding.ts';
import { countOf } from './format.ts';
import type { Proof, RoundTripProof, RowChange } from './proof.ts';
import type { Change } from './read-change.ts';

/** The object that a line of a difference is about, such as `policy "x" on public.messages`. */
function objectOf(line: string): string {
  const text = line.slice(2);
  // Definitions follow a colon and a space, or end in a colon where they have several lines.
  return text.split(/: |:$/)[0] ?? text;
}

function linesByObject(lines: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const continues = /^[-+] {5}/.test(line);
    if (!continues) {
      const object = objectOf(line);
      current = groups.get(object) ?? [];
      groups.set(object, current);
    }
    current.push(line);
  }
  return foldIntoTables(groups);
}

/** Whether a text names an object, and not one whose name only begins like it. */
function names(text: string, object: string): boolean {
  const at = text.indexOf(object);
  return at >= 0 && !/[\w"$]/.test(text[at + object.length] ?? '');
}

/** What belongs to a table that is missing or left over as a whole is told with it. */
function foldIntoTables(groups: Map<string, string[]>): Map<string, string[]> {
  const folded = new Map(groups);
  const whole = [...groups].filter(([object, lines]) => {
    const signs = new Set(lines.map((line) => line[0]));
    return /^(table|view|materialized view|foreign table) /.test(object) && signs.size === 1;
  });
  for (const [owner, ownLines] of whole) {
    const table = owner.replace(/^(table|view|materialized view|foreign table) /, '');
    for (const [object, lines] of groups) {
      if (object === owner || !names(lines.join('\n'), table)) continue;
      ownLines.push(...lines);
      folded.delete(object);
    }
  }
  return folded;
}

function differs(object: string, lines: readonly string[], file: string, when: string): Finding {
  const gone = lines.some((line) => line.startsWith('-'));
  const come = lines.some((line) => line.startsWith('+'));
  const what = gone && come ? 'is not what it was' : gone ? 'is missing' : 'is left over';
  return {
    rule: 'round-trip-differs',
    level: 'error',
    object,
    message: `${object} ${what} ${when}.`,
    detail: lines.join('\n'),
    hint: 'Make the rollback undo exactly what the migration does.',
    location: { file, line: 1, column: 1 },
  };
}

function loses(change: RowChange, file: string, planted: boolean): Finding {
  const { table, gone, before, after, come } = change;
  const whose = planted ? 'written under the new schema' : 'that were there before';
  const changed = Math.min(gone, come);
  const words =
    gone - changed > 0
      ? `loses ${gone - changed} of ${countOf(before, 'row')} ${whose}`
      : gone > 0
        ? `changes ${changed} of ${countOf(before, 'row')} ${whose}`
        : `leaves ${countOf(come, 'row')} that were not there`;
  return {
    rule: 'rollback-loses-rows',
    level: 'error',
    object: table,
    message: `The way back ${words} in ${table}.`,
    detail: `${before} before, ${after} after; ${gone} are not there as they were, ${come} are new.`,
    hint: 'Bring the rows back from what the migration made of them, or say in its header that there is no way back.',
    location: { file, line: 1, column: 1 },
  };
}

/** Adds what it says to the findings. */
export function judgeRoundTrip(proof: Proof, trip: RoundTripProof, change: Change): void {
  const file = change.rollbackFile ?? change.file;
  const down = linesByObject(trip.down);
  const again = linesByObject(trip.upAgain);
  proof.findings.push(
    ...[...down].map(([object, lines]) => differs(object, lines, file, 'after up and down')),
    // What the way back left over or lost shows again after the second up: one fault, told once.
    ...[...again]
      .filter(([object]) => !down.has(object))
      .map(([object, lines]) => differs(object, lines, file, 'after up, down and up again')),
    ...trip.lost.map((each) => loses(each, file, false)),
    ...trip.plantedLost
      .filter(({ table }) => !trip.lost.some((each) => each.table === table))
      .map((each) => loses(each, file, true)),
  );
}

/** Adds what it means that there is no rollback. */
export function judgeMissingRollback(proof: Proof, { migration, file }: Change): void {
  const why = migration.irreversible ?? '';
  proof.findings.push({
    rule: 'no-rollback',
    level: why === '' ? 'error' : 'warning',
    object: null,
    message:
      why === '' ? `${file} has no rollback.` : `${file} says that there is no way back: ${why}`,
    detail: null,
    hint:
      why === ''
        ? 'Write one, or put "-- irreversible: <why>" at the top of the migration.'
        : 'Where that is meant, accept it with its reason in supabase/accepted-findings.json.',
    location: { file, line: 1, column: 1 },
  });
}
