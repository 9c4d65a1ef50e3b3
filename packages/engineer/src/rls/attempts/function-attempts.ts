/** In charge of trying functions: with identifiers of one's own rows and of another tenant's. */
import pg from 'pg';
import type { RoutineFacts } from '../catalog/facts.ts';
import type { Attempt } from './attempt.ts';
import { callArguments } from './call-arguments.ts';
import type { Situation } from './situation.ts';
import { mostRows } from './view-attempts.ts';

/** A function that is called, or the reason why it is not; null where it can't be called at all. */
export type Callable = { calls: Attempt[] } | { reason: string } | null;

/** Through these a function reaches beyond its database. */
const reachesOut =
  /\b(dblink\w*|http(_(get|post|put|delete|patch|head))?\s*\(|net\.http_\w+|pg_read_file|pg_read_binary_file|pg_ls_dir|lo_import|lo_export)\b|\bcopy\b[^;]*\b(from|to)\s+(program\b|')/i;

/** The calls of one function: one for each tenant, or one where no argument names a row. */
export function functionAttempts(situation: Situation, routine: RoutineFacts): Callable {
  if (/^(trigger|event_trigger|.*_handler|internal)$/.test(routine.returns)) {
    return null;
  }
  const outside = reachingOut(situation, routine);
  if (outside !== undefined) {
    return { reason: `it was not called: ${outside} reaches beyond the database` };
  }
  const watched =
    routine.volatility === 'v'
      ? [...new Set(situation.witnesses.all.map(({ relation }) => relation))]
      : undefined;
  const calls: Attempt[] = [];
  for (const tenant of [0, 1] as const) {
    const { text, isTenants } = callArguments(situation, routine, tenant);
    if (tenant === 1 && !isTenants) continue;
    calls.push({
      object: routine.oid,
      verb: 'call',
      ...(isTenants ? { tenant } : {}),
      ...(watched === undefined ? {} : { watched, countsAdded: true }),
      ...callStatement(routine, text),
    });
  }
  return { calls };
}

function callStatement(routine: RoutineFacts, text: string): Pick<Attempt, 'kind' | 'statement'> {
  const name = `${pg.escapeIdentifier(routine.schema)}.${pg.escapeIdentifier(routine.name)}`;
  if (routine.kind === 'p') return { kind: 'write', statement: `call ${name}(${text})` };
  const rows = `select pg_catalog.left(f::text, 2000) as row from ${name}(${text}) as f limit ${mostRows}`;
  return {
    kind: 'read',
    // Nothing found is null, and not the same as an empty text.
    statement: `select array(select coalesce('is ' || r.row, 'null') from (${rows}) as r order by 1)`,
  };
}

/** What in its body, or in the bodies it calls, reaches out. */
function reachingOut(
  situation: Situation,
  routine: RoutineFacts,
  seen = new Set<string>(),
): string | undefined {
  seen.add(routine.oid);
  const body = routine.body ?? '';
  const found = reachesOut.exec(body)?.[0];
  if (found !== undefined) return found.replace(/\s*\($/, '').trim();
  for (const called of situation.facts.routines) {
    if (seen.has(called.oid) || !body.includes(called.name)) continue;
    const deeper = reachingOut(situation, called, seen);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
