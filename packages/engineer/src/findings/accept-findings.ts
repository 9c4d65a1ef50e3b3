/** In charge of findings that are accepted on purpose: which they are, why, and whether they still exist. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EngineerError } from '../errors.ts';
import type { Finding } from './finding.ts';

const acceptances = z.array(
  z.strictObject({
    rule: z.string().min(1),
    object: z.string().min(1).nullable(),
    reason: z.string().trim().min(10),
  }),
);

/** One line of the file: this rule may find this object, for this reason. */
export type AcceptedFinding = z.infer<typeof acceptances>[number];

/** A finding that somebody decided to live with. */
export interface FindingWithReason {
  finding: Finding;
  reason: string;
}

/** What is left to mend, and what is not. */
export interface JudgedFindings {
  /** Not accepted, and what is wrong with the acceptances themselves. */
  open: Finding[];
  accepted: FindingWithReason[];
}

/**
 * Reads a list of accepted findings, such as `supabase/accepted-findings.json`.
 *
 * @throws EngineerError ACCEPTED_FINDINGS_UNREADABLE when the file is missing, is no JSON, or has an
 *   entry without rule, object or a reason of at least 10 characters
 */
export async function readAcceptedFindings(file: string): Promise<AcceptedFinding[]> {
  try {
    return acceptances.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new EngineerError({
      code: 'ACCEPTED_FINDINGS_UNREADABLE',
      message: `The accepted findings could not be read from ${file}.`,
      details: cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause),
      hint: 'It is a JSON array of {"rule", "object", "reason"}.',
      cause,
    });
  }
}

/**
 * Takes the accepted ones out. An acceptance that no finding needs any longer becomes a finding of
 * its own, `accepted-finding-stale`: it would hide the next fault of that kind on that object.
 *
 * @param options.isExamined says whether an acceptance is about something that was looked at in this
 *   run; the others are left alone. Default: all.
 */
export function acceptFindings(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  options: { isExamined?: (acceptance: AcceptedFinding) => boolean } = {},
): JudgedFindings {
  const isExamined = options.isExamined ?? (() => true);
  const reasons = new Map(accepted.map((one) => [keyOf(one), one.reason]));
  const used = new Set<string>();
  const judged: JudgedFindings = { open: [], accepted: [] };
  for (const finding of findings) {
    const reason = reasons.get(keyOf(finding));
    used.add(keyOf(finding));
    if (reason === undefined) judged.open.push(finding);
    else judged.accepted.push({ finding, reason });
  }
  const stale = accepted.filter((one) => isExamined(one) && !used.has(keyOf(one)));
  judged.open.push(...stale.map(staleFinding));
  return judged;
}

function keyOf({ rule, object }: Pick<Finding, 'rule' | 'object'>): string {
  return JSON.stringify([rule, object]);
}

function staleFinding({ rule, object, reason }: AcceptedFinding): Finding {
  return {
    rule: 'accepted-finding-stale',
    level: 'error',
    object,
    message: `${rule} is accepted here, and nothing is found any more.`,
    detail: `It was accepted because: ${reason}`,
    hint: 'Remove the entry from the accepted findings, or mend its object’s name.',
    location: null,
  };
}
