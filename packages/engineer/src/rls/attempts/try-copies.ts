/** In charge of trying `copy` from and to tables, which no function can do: one message for each. */
import type { RelationFacts } from '../catalog/facts.ts';
import { splitByWho } from '../judge/count-reached.ts';
import type { CellPart } from '../judge/fill-cells.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import { insertedColumns } from './insert-attempts.ts';
import type { CopyOutcome } from './run-copy.ts';
import { listColumns, type Actor, type Situation } from './situation.ts';
import type { PatientRunner } from './slow-objects.ts';

/** Parts by OID. */
export async function tryCopies(
  runner: PatientRunner,
  situation: Situation,
  actor: Actor,
  settings: ReadonlyMap<string, string>,
  tables: readonly RelationFacts[],
): Promise<Map<string, CellPart[]>> {
  const parts = new Map<string, CellPart[]>();
  for (const table of tables) {
    // The server says itself that a partitioned table is copied by its partitions only.
    if (runner.isSlow(table.oid, actor.role)) continue;
    const copied: CellPart[] = [await copyOut(runner, situation, actor, settings, table)];
    for (const tenant of [0, 1] as const) {
      const part = await copyIn(runner, situation, actor, settings, table, tenant);
      if (part !== undefined) copied.push(part);
    }
    parts.set(table.oid, copied);
  }
  return parts;
}

async function copyOut(
  runner: PatientRunner,
  situation: Situation,
  actor: Actor,
  settings: ReadonlyMap<string, string>,
  table: RelationFacts,
): Promise<CellPart> {
  const granted = situation.rights.of(actor.role, table.oid, 'select');
  const list = granted === undefined ? '' : ` (${listColumns(granted)})`;
  const statement = `copy ${nameRelation(table)}${list} to stdout`;
  const outcome = await runner.prober.copy({ role: actor.role, settings, statement });
  const counts: [number, number] = [0, 0];
  const named =
    granted ?? table.columns.filter(({ generated }) => !generated).map(({ name }) => name);
  const lines = [...outcome.lines];
  const self = actor.who === 'stranger' ? [1, 0] : [0, 1];
  // One's own come first: of lines that look the same, as many as there are of one's own are that.
  for (const tenant of self as (0 | 1)[]) {
    for (const witness of situation.witnesses.in(table.leaves)) {
      if (witness.tenant !== tenant) continue;
      const at = lines.indexOf(copyLine(named.map((name) => witness.values.get(name) ?? null)));
      if (at < 0) continue;
      lines.splice(at, 1);
      counts[tenant] += 1;
    }
  }
  return { verb: 'copy to', reached: splitByWho(counts, actor.who), result: errorOf(outcome) };
}

async function copyIn(
  runner: PatientRunner,
  situation: Situation,
  actor: Actor,
  settings: ReadonlyMap<string, string>,
  table: RelationFacts,
  tenant: 0 | 1,
): Promise<CellPart | undefined> {
  const witness = situation.witnesses.last(table.leaves, tenant);
  if (witness === undefined) return undefined;
  const columns = insertedColumns(situation, actor, table).filter(
    (name) => table.columns.find((column) => column.name === name)?.generated === false,
  );
  const outcome = await runner.prober.copy({
    role: actor.role,
    settings,
    statement: `copy ${nameRelation(table)} (${listColumns(columns)}) from stdin`,
    line: copyLine(columns.map((name) => witness.values.get(name) ?? null)),
    hidden: [witness.id],
  });
  const counts: [number, number] = [0, 0];
  counts[tenant] = outcome.count > 0 ? 1 : 0;
  return { verb: 'copy from', reached: splitByWho(counts, actor.who), result: errorOf(outcome) };
}

function errorOf({ error }: CopyOutcome): CellPart['result'] {
  return error ?? {};
}

/** A line of `copy`'s text format. */
function copyLine(values: readonly (string | null)[]): string {
  const escapes: Record<string, string> = {
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  return values
    .map(
      (value) => value?.replace(/[\\\b\f\n\r\t\v]/g, (found) => escapes[found] ?? found) ?? '\\N',
    )
    .join('\t');
}
