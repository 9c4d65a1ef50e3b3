/** In charge of trying to read a table: all of it, and locking what is read. */
import type { RelationFacts } from '../catalog/facts.ts';
import { nameRelation } from '../witness/register-witnesses.ts';
import type { Attempt } from './attempt.ts';
import { listColumns, type Actor, type Situation } from './situation.ts';

/**
 * What is selected of each row, so that it can be told whose it is: its place; or, where the role may
 * read some columns only, the text of these.
 */
export function rowMark(situation: Situation, actor: Actor, relation: RelationFacts): string {
  const granted = situation.rights.of(actor.role, relation.oid, 'select');
  return granted === undefined
    ? `t.tableoid::text || ' ' || t.ctid::text`
    : `row(${listColumns(granted, 't')})::text`;
}

/** `select` and `select … for update` of a table. */
export function readAttempts(
  situation: Situation,
  actor: Actor,
  relation: RelationFacts,
): Attempt[] {
  const mark = rowMark(situation, actor, relation);
  const from = `from ${nameRelation(relation)} as t`;
  const about = { object: relation.oid, kind: 'read' } as const;
  return [
    { ...about, verb: 'select', statement: `select array(select ${mark} ${from})` },
    { ...about, verb: 'lock', statement: `select array(select ${mark} ${from} for update)` },
  ];
}
