/** In charge of what a lint run comes to: what is open, what is allowed, and what can be mended. */
import { dirname, join, resolve } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import {
  acceptFindings,
  readAcceptedFindings,
  type AcceptedFinding,
} from '../findings/accept-findings.ts';
import type { Finding } from '../findings/finding.ts';
import type { LintRun } from './lint-migrations.ts';
import type { LintFinding } from './rule.ts';
import { lintRules } from './rules/index.ts';
import { squawkRules } from './squawk/squawk-rules.ts';

/** A finding that is accepted, in a comment of its file or in the list of accepted findings. */
export interface ReportedAcceptance {
  finding: Finding;
  reason: string;
  by: 'comment' | 'list';
}

export interface LintReport {
  /** How many files were checked. */
  files: number;
  /** In the order of the files. */
  findings: LintFinding[];
  accepted: ReportedAcceptance[];
  /** True when nothing above `info` is open. */
  ok: boolean;
}

/**
 * Takes out what the list of accepted findings names. What the list names and nothing finds is an
 * error, where all files of its folder were checked and no target silenced anything.
 *
 * @param acceptedFile default: `accepted-findings.json` beside the `migrations` folder, where there
 *   is one
 * @throws EngineerError ACCEPTED_FINDINGS_UNREADABLE
 */
export async function judgeRun(run: LintRun, acceptedFile?: string): Promise<LintReport> {
  const list = acceptedFile ?? findList(run);
  const accepted = list === undefined ? [] : await readAcceptedFindings(list);
  const whole =
    run.catalog === undefined && list !== undefined && checksWholeFolder(run, dirname(list));
  const open = run.files.flatMap((file) => file.open);
  const judged = acceptFindings(open, accepted, {
    isExamined: (acceptance) => whole && isOfLint(acceptance),
  });
  const findings: LintFinding[] = judged.open;
  return {
    files: run.files.length,
    findings,
    accepted: [
      ...run.files.flatMap(({ allowed }) =>
        allowed.map((each): ReportedAcceptance => ({ ...each, by: 'comment' })),
      ),
      ...judged.accepted.map((each): ReportedAcceptance => ({ ...each, by: 'list' })),
    ],
    ok: findings.every(({ level }) => level === 'info'),
  };
}

function findList({ listed }: LintRun): string | undefined {
  for (const { path, layout } of listed) {
    const list = join(dirname(path), '..', 'accepted-findings.json');
    if (layout !== undefined && existsSync(list)) return list;
  }
  return undefined;
}

function checksWholeFolder({ listed }: LintRun, folder: string): boolean {
  const checked = new Set(listed.map(({ path }) => resolve(path)));
  return ['migrations', 'rollbacks'].every((name) => {
    const inside = join(folder, name);
    if (!existsSync(inside)) return true;
    return readdirSync(inside)
      .filter((file) => file.endsWith('.sql'))
      .every((file) => checked.has(resolve(inside, file)));
  });
}

/** The list is shared with the audit of a live schema, whose rules this run knows nothing of. */
export function isOfLint({ rule }: Pick<AcceptedFinding, 'rule'>): boolean {
  const isSquawk = rule.startsWith('squawk-') && rule.slice('squawk-'.length) in squawkRules;
  return isSquawk || rule === 'squawk' || lintRules.some(({ name }) => name === rule);
}

/** As others read it: without what only the run itself needs. */
export function plainFinding(finding: LintFinding): Finding {
  const { rule, level, object, message, detail, hint, location } = finding;
  return { rule, level, object, message, detail, hint, location };
}
