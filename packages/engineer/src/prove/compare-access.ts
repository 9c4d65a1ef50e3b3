/** In charge of who could reach what before a migration, and who can after: tried on both. */
import pg from 'pg';
import { withClient } from '../copy/with-client.ts';
import { EngineerError } from '../errors.ts';
import { condenseMatrix } from '../rls/judge/accepted-matrix.ts';
import { compareMatrices } from '../rls/judge/compare-matrices.ts';
import { makeRows } from '../rls/try-access.ts';
import { tryOnCopy, type TriedMatrix } from '../rls/try-on-copy.ts';
import { countOf } from './format.ts';
import type { AccessChange, Proof, ProofStep } from './proof.ts';

/** What came of trying: a matrix, or why there is none. */
export type AccessTrial = { matrix: TriedMatrix } | { failure: string };

/** Tries everything on one database. */
export async function tryDatabase(superuserUrl: string): Promise<AccessTrial> {
  try {
    const matrix = await withClient(superuserUrl, (superuser) =>
      tryOnCopy(superuser, superuserUrl, makeRows),
    );
    return { matrix };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError || error instanceof EngineerError)) throw error;
    return { failure: error.message };
  }
}

function condense(matrix: TriedMatrix) {
  return condenseMatrix({ ...matrix, missing: [], seconds: 0 });
}

const reached = new Set(['own', 'others', 'all']);

/** What changes who reaches what; how somebody is refused, or that an object is new, does not. */
function list(before: TriedMatrix, after: TriedMatrix): AccessChange[] {
  const differences = compareMatrices(condense(before), condense(after)).filter(
    (each) => reached.has(each.before ?? '') || reached.has(each.after ?? ''),
  );
  return differences.map((each) => {
    const [role = '', who = ''] = each.actor.split(', ');
    return {
      object: each.object,
      role,
      who,
      verb: each.verb,
      before: each.before ?? 'not there',
      after: each.after ?? 'not there',
      // A new table that shows everybody his own rows opens nothing that was closed.
      widened: each.widens && (each.before !== null || reachesOthers(each.after)),
    };
  });
}

function reachesOthers(outcome: string | null): boolean {
  return outcome === 'all' || outcome === 'others';
}

/** One finding for each object that somebody reaches more of. */
function addFindings(proof: Proof, changes: readonly AccessChange[], bypassing: Set<string>): void {
  const widened = changes.filter((each) => each.widened && !bypassing.has(each.role));
  for (const object of new Set(widened.map((each) => each.object))) {
    const mine = widened.filter((each) => each.object === object);
    const roles = [...new Set(mine.map(({ role }) => role))].join(', ');
    proof.findings.push({
      rule: 'access-widened',
      level: 'error',
      object,
      message: `${roles} ${mine.some(({ before }) => before !== 'not there') ? 'reaches more of' : 'reaches rows of others in the new'} ${object}.`,
      detail: mine
        .map(
          ({ role, who, verb, before, after }) =>
            `${role} as ${who}, ${verb}: ${before}, then ${after}`,
        )
        .join('\n'),
      hint: 'Where that is what the migration is for, accept it with its reason.',
      location: { file: proof.migration.file, line: 1, column: 1 },
    });
  }
}

/** Compares, and writes down what differs. */
export function compareAccess(
  proof: Proof,
  before: AccessTrial,
  after: AccessTrial,
): Pick<ProofStep, 'outcome' | 'said'> {
  if ('failure' in before) return { outcome: 'not run', said: before.failure };
  if ('failure' in after) return { outcome: 'not run', said: after.failure };
  const [was, is] = [before.matrix, after.matrix];
  const changes = list(was, is);
  proof.access = changes;
  const bypassing = new Set(is.roles.filter(({ bypasses }) => bypasses).map(({ name }) => name));
  addFindings(proof, changes, bypassing);
  for (const { object, reason } of is.untried) {
    proof.assumptions.push(`Access to ${object} was not proved: ${reason}`);
  }
  const tried = `${countOf(was.attempts + is.attempts, 'attempt')} on ${countOf(is.objects.length, 'object')}`;
  const widened = changes.filter((each) => each.widened).length;
  return widened === 0
    ? { outcome: 'passed', said: `${tried}: nobody reaches more` }
    : { outcome: 'findings', said: `${tried}: ${widened} reach more` };
}
