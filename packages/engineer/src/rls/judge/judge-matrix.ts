/** In charge of the verdict on a matrix: leaks, what was accepted, and what is wider than accepted. */
import {
  acceptFindings,
  type AcceptedFinding,
  type JudgedFindings,
} from '../../findings/accept-findings.ts';
import type { AccessMatrix, TriedRole } from '../access-matrix.ts';
import { condenseMatrix, type AcceptedMatrix } from './accepted-matrix.ts';
import { compareMatrices, findWidened, type AccessDifference } from './compare-matrices.ts';
import { findLeaks } from './find-leaks.ts';

/** The rules that findings about access can have, each with what it is about. */
export const accessRules: Readonly<Record<string, string>> = {
  'stranger-reaches-row': 'somebody reads rows of others',
  'stranger-writes-row': 'somebody writes rows of others',
  'row-changes-owner': 'an update makes a row somebody else’s',
  'row-joins-strangers-parent': 'a row is put below somebody else’s row',
  'function-reaches-stranger-row': 'a function reaches rows of others than its caller',
  'truncate-passes-policies': 'truncate asks no policy',
  'access-not-tried': 'nothing was proved',
  'access-wider-than-accepted': 'more can be reached than was accepted',
};

/** What is left to mend, what was accepted, and how the matrix differs from the accepted one. */
export interface AccessVerdict extends JudgedFindings {
  /** Null where no matrix was accepted yet. */
  differences: AccessDifference[] | null;
}

/**
 * Judges a matrix.
 *
 * @param accepted findings that were accepted; those of other commands are left alone
 * @param before the accepted matrix, null where there is none
 */
export function judgeMatrix(
  matrix: AccessMatrix,
  accepted: readonly AcceptedFinding[],
  before: AcceptedMatrix | null,
): AccessVerdict {
  const differences =
    before === null ? null : compareMatrices(ofRoles(before, matrix.roles), condenseMatrix(matrix));
  const findings = [...findLeaks(matrix), ...findWidened(differences ?? [])];
  const judged = acceptFindings(findings, accepted, {
    isExamined: ({ rule }) => Object.hasOwn(accessRules, rule),
  });
  return { ...judged, differences };
}

/** Of the accepted matrix what this run could have found again: it may have tried fewer roles. */
function ofRoles(accepted: AcceptedMatrix, roles: readonly TriedRole[]): AcceptedMatrix {
  const names = new Set(roles.map(({ name }) => name));
  const isTried = (actor: string) => names.has(actor.slice(0, actor.lastIndexOf(', ')));
  return Object.fromEntries(
    Object.entries(accepted).map(([object, actors]) => [
      object,
      Object.fromEntries(Object.entries(actors).filter(([actor]) => isTried(actor))),
    ]),
  );
}
