/** In charge of taking out the findings that a comment in the file allows. */
import { toFinding } from '../check-file.ts';
import type { LintFile, LintFinding } from '../rule.ts';
import { KeyedList } from '../facts/keyed-list.ts';
import { findAllowances, type Allowance } from './find-allowances.ts';

/** A finding that somebody allowed, with the reason. */
export interface AllowedFinding {
  finding: LintFinding;
  reason: string;
}

export interface JudgedFile {
  /** What is left, stale comments included. */
  open: LintFinding[];
  allowed: AllowedFinding[];
}

/**
 * @param options.judgeStale says whether a comment that nothing needs is a finding. With a target at
 *   hand it is not: what the target silences, another one may not.
 */
export function applyAllowances(
  file: LintFile,
  findings: readonly LintFinding[],
  options: { judgeStale: boolean },
): JudgedFile {
  const allowances = findAllowances(file).filter(({ problem }) => problem === undefined);
  const byPlace = new KeyedList<Allowance>(({ rule, top }) => [`${rule} ${top}`]);
  for (const allowance of allowances) byPlace.add(allowance);
  const used = new Set<object>();
  const judged: JudgedFile = { open: [], allowed: [] };
  for (const finding of findings) {
    const matching = byPlace.of(`${finding.rule} ${finding.top}`);
    for (const allowance of matching) used.add(allowance);
    const [first] = matching;
    if (first === undefined) judged.open.push(finding);
    else judged.allowed.push({ finding, reason: first.reason });
  }
  const stale = allowances.filter((each) => options.judgeStale && !used.has(each));
  const faults = stale.map(({ rule, reason, offset }) =>
    toFinding(file, 'allow-comment', {
      level: 'error',
      object: null,
      message: `${rule} is allowed here, and nothing is found any more.`,
      detail: `It was allowed because: ${reason}`,
      hint: 'Delete the comment: it would hide the next fault of that kind.',
      offset,
    }),
  );
  judged.open.push(...faults);
  return judged;
}
