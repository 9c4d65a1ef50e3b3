/** In charge of findings as a person reads them: the gravest first, those of one rule together. */
import { countOf, createPaint, type Paint } from '../inspect/format-text.ts';
import type { FindingWithReason, JudgedFindings } from './accept-findings.ts';
import type { Finding, FindingLevel } from './finding.ts';

export interface FormatOptions {
  /** Colours for a terminal. */
  color: boolean;
  /** Shows what was accepted, with its reason, and not only how much of it there is. */
  showAccepted: boolean;
  /** What a rule is about, as a heading; null where nothing is to be said. */
  titleOf(rule: string): string | null;
}

const levels = ['error', 'warning', 'info'] as const;
const words: Record<FindingLevel, string> = { error: 'error', warning: 'warning', info: 'note' };

/** The whole text, without a line break at its end. */
export function formatFindings(judged: JudgedFindings, options: FormatOptions): string {
  const paint = createPaint(options.color);
  const colors = { error: paint.bad, warning: paint.warn, info: paint.faint };
  const lines: string[] = [];
  for (const level of levels) {
    const found = judged.open.filter((finding) => finding.level === level);
    if (found.length === 0) continue;
    const color = colors[level];
    lines.push(paint.strong(color(countOf(found.length, words[level]).toUpperCase())), '');
    for (const [rule, ofRule] of groupByRule(found)) {
      lines.push(paint.strong(rule) + aside(options.titleOf(rule)));
      const shared = sharedBy(ofRule);
      for (const finding of ofRule) lines.push(...linesOf({ ...finding, ...shared }, color, paint));
      if (shared.detail === null) lines.push(indent(ofRule[0]?.detail ?? '', '  '));
      if (shared.hint === null) lines.push(paint.good(indent(ofRule[0]?.hint ?? '', '  → ')));
      lines.push(paint.faint(`  docs/reference/rules/${rule}.md`), '');
    }
  }
  if (options.showAccepted && judged.accepted.length > 0) {
    lines.push(...acceptedLines(judged.accepted, paint), '');
  }
  return [...lines, summaryOf(judged, options.showAccepted)].join('\n');
}

function aside(title: string | null): string {
  return title === null ? '' : `  ${title}`;
}

/** What several findings of a rule have in common is said once, below them: null takes it from each. */
function sharedBy([first, ...others]: readonly Finding[]): Partial<
  Pick<Finding, 'detail' | 'hint'>
> {
  const isShared = (key: 'detail' | 'hint') =>
    others.length > 0 &&
    typeof first?.[key] === 'string' &&
    others.every((other) => other[key] === first[key]);
  return {
    ...(isShared('detail') ? { detail: null } : {}),
    ...(isShared('hint') ? { hint: null } : {}),
  };
}

function linesOf(finding: Finding, color: (text: string) => string, paint: Paint): string[] {
  const place = finding.location;
  const where = place === null ? [] : [`${place.file}:${place.line}:${place.column}`];
  const named = [...where, ...(finding.object === null ? [] : [finding.object])].join('  ');
  return [
    `  ${color('●')} ${named === '' ? finding.message : paint.strong(named)}`,
    ...(named === '' ? [] : [`    ${finding.message}`]),
    ...(finding.detail === null ? [] : [indent(finding.detail)]),
    ...(finding.hint === null ? [] : [paint.good(indent(finding.hint, '    → '))]),
  ];
}

function acceptedLines(accepted: readonly FindingWithReason[], paint: Paint): string[] {
  const reasonOf = new Map(accepted.map(({ finding, reason }) => [finding, reason]));
  const groups = groupByRule(accepted.map(({ finding }) => finding));
  return [
    paint.strong(`${accepted.length} ACCEPTED`),
    '',
    ...[...groups].flatMap(([rule, ofRule]) => [
      paint.strong(rule),
      ...ofRule.flatMap((finding) => [
        `  ${paint.faint('○')} ${finding.object ?? finding.message}`,
        paint.faint(indent(reasonOf.get(finding) ?? '')),
      ]),
    ]),
  ];
}

function summaryOf({ open, accepted }: JudgedFindings, shown: boolean): string {
  const counts = levels
    .map((level) => [level, open.filter((finding) => finding.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => countOf(count, words[level]));
  const found = counts.length === 0 ? 'Nothing found' : counts.join(', ');
  if (accepted.length === 0) return `${found}.`;
  return `${found}; ${accepted.length} accepted${shown ? '' : ' (--accepted shows them)'}.`;
}

function indent(text: string, first = '    '): string {
  return first + text.replaceAll('\n', '\n    ');
}

function groupByRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  }
  return groups;
}
