/** In charge of trying views and functions: their results are compared with and without a tenant's rows. */
import type { RelationFacts } from '../catalog/facts.ts';
import { splitByWho } from '../judge/count-reached.ts';
import type { CellPart } from '../judge/fill-cells.ts';
import type { Attempt, AttemptResult, RecordAttempt } from './attempt.ts';
import { compareWorlds } from './compare-worlds.ts';
import type { Actor, Situation } from './situation.ts';
import type { PatientRunner } from './slow-objects.ts';
import { viewReadAttempt, viewWriteAttempts } from './view-attempts.ts';

/** A function may wait or never end: few of them share a message. */
const batchSize = 5;

/** A call of a function, and what the function is called. */
export interface Call {
  object: string;
  attempt: Attempt;
}

/** Parts by OID, of views and of the calls given. */
export async function tryResults(
  runner: PatientRunner,
  situation: Situation,
  actor: Actor,
  settings: ReadonlyMap<string, string>,
  views: readonly RelationFacts[],
  calls: readonly Call[],
  record: RecordAttempt,
): Promise<Map<string, CellPart[]>> {
  const parts = new Map<string, CellPart[]>();
  const add = (object: string, part: CellPart) =>
    parts.set(object, [...(parts.get(object) ?? []), part]);
  const inWorld = async (attempts: readonly Attempt[], hiddenTenants: readonly (0 | 1)[]) =>
    await runner.run({ role: actor.role, settings, hiddenTenants }, attempts, batchSize);

  const reading = [
    ...views.map((view) => viewReadAttempt(situation, actor, view)),
    ...calls.map(({ attempt }) => attempt),
  ];
  const whole = await inWorld(reading, []);
  const answered = reading.filter((_, at) => whole[at]?.sqlstate === undefined);
  const without0 = await inWorld(answered, [0]);
  const without1 = await inWorld(answered, [1]);
  const again = await inWorld(answered, []);
  for (const [at, attempt] of reading.entries()) {
    const result = whole[at] ?? {};
    const place = answered.indexOf(attempt);
    const worlds = [without0[place], without1[place], again[place]];
    const counts = complete(worlds)
      ? compareWorlds(
          { whole: result, without: [worlds[0], worlds[1]], again: worlds[2] },
          situation.witnesses,
        )
      : ([0, 0] as [number, number]);
    add(attempt.object, { verb: attempt.verb, reached: splitByWho(counts, actor.who), result });
    const object = (views[at] ?? calls[at - views.length])?.object;
    if (object !== undefined) record(actor, object, attempt, result);
  }

  const writing = views.flatMap((view) => viewWriteAttempts(situation, view));
  const written = await inWorld(writing, []);
  for (const [at, attempt] of writing.entries()) {
    const result = written[at] ?? {};
    const counts = result.touched ?? arrivedCounts(attempt, result);
    add(attempt.object, { verb: attempt.verb, reached: splitByWho(counts, actor.who), result });
  }
  return parts;
}

function complete(
  worlds: readonly (AttemptResult | undefined)[],
): worlds is [AttemptResult, AttemptResult, AttemptResult] {
  return worlds.every((world) => world !== undefined);
}

function arrivedCounts({ tenant }: Attempt, result: AttemptResult): [number, number] {
  const counts: [number, number] = [0, 0];
  if (tenant !== undefined && (result.arrived ?? 0) > 0) counts[tenant] = 1;
  return counts;
}
