/** In charge of everything that is tried on tables by one role and person. */
import type pg from 'pg';
import type { RelationFacts } from '../catalog/facts.ts';
import { countReached, type TextCounts } from '../judge/count-reached.ts';
import type { CellPart } from '../judge/fill-cells.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Attempt, RecordAttempt } from './attempt.ts';
import { changeAttempts } from './change-attempts.ts';
import { insertAttempts } from './insert-attempts.ts';
import { readAttempts, rowMark } from './read-attempts.ts';
import type { Actor, Situation } from './situation.ts';
import type { PatientRunner } from './slow-objects.ts';

const batchSize = 100;

/** Cells by the OID of the table. */
export async function tryTables(
  runner: PatientRunner,
  superuser: pg.ClientBase,
  situation: Situation,
  actor: Actor,
  settings: ReadonlyMap<string, string>,
  tables: readonly RelationFacts[],
  record: RecordAttempt,
): Promise<Map<string, CellPart[]>> {
  const circumstances = { role: actor.role, settings, hiddenTenants: [] };
  const parts = new Map<string, CellPart[]>();
  // Reading comes first: a table that never answers is left alone after that.
  for (const make of [readAttempts, insertAttempts, changeAttempts]) {
    const attempts = tables.flatMap((table) => make(situation, actor, table));
    const results = await runner.run(circumstances, attempts, batchSize);
    for (const [at, attempt] of attempts.entries()) {
      const result = results[at];
      const table = situation.facts.relations.get(attempt.object);
      if (result === undefined || table === undefined) continue;
      record(actor, table.object, attempt, result);
      const texts = await textCounts(superuser, situation, actor, table, attempt);
      const reached = countReached(attempt, result, actor.who, situation.witnesses, texts);
      const before = parts.get(table.oid) ?? [];
      const below = situation.facts.relations.get(attempt.below ?? '')?.object;
      const part = { verb: attempt.verb, reached, result, ...(below ? { below } : {}) };
      parts.set(table.oid, [...before, part]);
    }
  }
  return parts;
}

/** What a role that reads some columns only sees of each tenant's witnesses. */
async function textCounts(
  superuser: pg.ClientBase,
  situation: Situation,
  actor: Actor,
  table: RelationFacts,
  attempt: Attempt,
): Promise<TextCounts> {
  const counts = new Map<string, [number, number]>();
  const isByText = situation.rights.of(actor.role, table.oid, 'select') !== undefined;
  if (!isByText || (attempt.verb !== 'select' && attempt.verb !== 'lock')) return counts;
  const { rows } = await superuser.query<{ text: string; tenant: 0 | 1 }>(
    `select ${rowMark(situation, actor, table)} as text, w.tenant
     from ${nameRelation(table)} as t
     join catb_attempts.witnesses as w on w.relation = t.tableoid and w.place = t.ctid`,
  );
  for (const { text, tenant } of rows) {
    const counted = counts.get(text) ?? [0, 0];
    counted[tenant] += 1;
    counts.set(text, counted);
  }
  return counts;
}
