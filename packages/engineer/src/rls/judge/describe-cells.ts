/** In charge of saying in words who did what. */
import type { AccessCell, Verb } from '../access-matrix.ts';

const deeds: Record<Verb, string> = {
  select: 'selected',
  'copy to': 'copied out',
  lock: 'locked',
  insert: 'inserted',
  'insert returning': 'inserted and got back',
  'copy from': 'copied in',
  upsert: 'overwrote by upsert',
  attach: 'inserted below',
  update: 'updated',
  take: 'took over',
  give: 'gave away',
  delete: 'deleted',
  truncate: 'truncated',
  call: 'reached by a call',
};

/** Such as `anon as nobody selected 4 rows of others; …`, those with the same deeds together. */
export function describeCells(cells: readonly AccessCell[]): string {
  const byActor = new Map<string, AccessCell[]>();
  for (const cell of cells) {
    const actor = `${cell.role} as ${cell.who}`;
    byActor.set(actor, [...(byActor.get(actor) ?? []), cell]);
  }
  const byDeeds = new Map<string, string[]>();
  for (const [actor, theirs] of byActor) {
    const deed = theirs.map(describeDeed).join(', ');
    byDeeds.set(deed, [...(byDeeds.get(deed) ?? []), actor]);
  }
  return [...byDeeds].map(([deed, actors]) => `${actors.join(', ')} ${deed}`).join('; ');
}

function describeDeed({ verb, own, others }: AccessCell): string {
  const count = verb === 'give' ? own : others;
  const rows = count === 1 ? 'row' : 'rows';
  return `${deeds[verb]} ${count} ${rows} of ${verb === 'give' ? 'one’s own' : 'others'}`;
}
