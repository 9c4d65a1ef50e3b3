/** In charge of going through roles and people, and of putting what came of it in order. */
import type pg from 'pg';
import { people, verbs, type AccessCell, type ObjectAccess } from '../access-matrix.ts';
import type { ChosenObjects } from '../catalog/choose-objects.ts';
import type { RoleFacts } from '../catalog/facts.ts';
import { tenantSettings, type TenantValue } from '../identity/tenant-settings.ts';
import { fillCells } from '../judge/fill-cells.ts';
import { isRepeatable } from '../pgtap/test-statements.ts';
import type { RecordedActor, RecordedTest } from '../pgtap/recorded-test.ts';
import type { RecordAttempt } from './attempt.ts';
import { functionAttempts } from './function-attempts.ts';
import type { Situation } from './situation.ts';
import type { PatientRunner } from './slow-objects.ts';
import { tryCopies } from './try-copies.ts';
import { tryResults } from './try-results.ts';
import { tryTables } from './try-tables.ts';

/** How far it has come. */
export interface AttemptProgress {
  /** Of `total` pairs of a role and a person. */
  done: number;
  total: number;
  doing: string;
}

/** What is gone through. */
export interface TryPlan {
  roles: readonly RoleFacts[];
  carriers: readonly TenantValue[];
  chosen: ChosenObjects;
  say: (progress: AttemptProgress) => void;
}

/** What came of it. */
export interface Tried {
  objects: ObjectAccess[];
  actors: RecordedActor[];
  tests: RecordedTest[];
  untried: { object: string; reason: string }[];
}

/** Tries all objects as each role and person. */
export async function tryAll(
  runner: PatientRunner,
  superuser: pg.ClientBase,
  situation: Situation,
  { roles, carriers, chosen, say }: TryPlan,
): Promise<Tried> {
  const callables = chosen.routines.map((routine) => ({
    object: routine.object,
    callable: functionAttempts(situation, routine),
  }));
  const calls = callables.flatMap(({ object, callable }) =>
    callable && 'calls' in callable ? callable.calls.map((attempt) => ({ object, attempt })) : [],
  );
  const untried = callables.flatMap(({ object, callable }) =>
    callable && 'reason' in callable ? [{ object, reason: callable.reason }] : [],
  );
  const cells = new Map<string, AccessCell[]>();
  const total = roles.length * people.length;
  let done = 0;
  const actors: RecordedActor[] = [];
  const tests: RecordedTest[] = [];
  const record: RecordAttempt = (actor, object, attempt, result) => {
    if (isRepeatable(attempt)) tests.push({ ...actor, object, attempt, result });
  };
  for (const { name: role } of roles) {
    for (const who of people) {
      say({ done, total, doing: `${role}, ${who}` });
      const actor = { role, who };
      const settings = tenantSettings(role, who, carriers);
      actors.push({ ...actor, settings });
      const { tables, views } = chosen;
      for (const parts of [
        await tryTables(runner, superuser, situation, actor, settings, tables, record),
        await tryCopies(runner, situation, actor, settings, tables),
        await tryResults(runner, situation, actor, settings, views, calls, record),
      ]) {
        for (const [object, some] of parts) {
          const before = cells.get(object) ?? [];
          cells.set(object, [...before, ...fillCells(actor, some)]);
        }
      }
      done += 1;
    }
  }
  say({ done, total, doing: 'comparing' });
  return { objects: arrange(chosen, cells), actors, tests, untried };
}

/** Objects by name; cells by role and person as they were tried, then by verb. */
function arrange(
  { tables, views, routines }: ChosenObjects,
  cells: ReadonlyMap<string, readonly AccessCell[]>,
): ObjectAccess[] {
  const objects = [
    ...[...tables, ...views].map(({ oid, object, kind }) => ({ oid, object, kind })),
    ...routines.map(({ oid, object, kind }) => ({
      oid,
      object,
      kind: kind === 'p' ? ('procedure' as const) : ('function' as const),
    })),
  ];
  return objects
    .flatMap(({ oid, object, kind }) => {
      const own = cells.get(oid);
      return own === undefined ? [] : [{ object, kind, cells: [...own].sort(byActorAndVerb(own)) }];
    })
    .sort((a, b) => (a.object < b.object ? -1 : 1));
}

function byActorAndVerb(cells: readonly AccessCell[]): (a: AccessCell, b: AccessCell) => number {
  const actors = [...new Set(cells.map(({ role, who }) => `${who} ${role}`))];
  const place = ({ role, who, verb }: AccessCell) =>
    actors.indexOf(`${who} ${role}`) * verbs.length + verbs.indexOf(verb);
  return (a, b) => place(a) - place(b);
}
