/** In charge of a lint report as people read it. */
import type { FindingLevel } from '../../findings/finding.ts';
import { countOf, createPaint, type Paint } from '../../inspect/format-text.ts';
import type { LintReport, ReportedAcceptance } from '../lint-report.ts';
import type { LintFinding } from '../rule.ts';
import type { SourceText } from '../sql/source-text.ts';
import { pageName } from './describe-rule.ts';
import { showLine } from './show-line.ts';

const words: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

export interface TextOptions {
  colour: boolean;
  /** Columns of the terminal. Default 100. */
  width?: number;
  /** Shows what was accepted, with its reason, and not only how much of it there is. */
  showAccepted?: boolean;
}

/** Findings under the name of their file, each with its line of source; what is accepted; a summary. */
export function renderText(
  report: LintReport,
  sources: ReadonlyMap<string, SourceText>,
  { colour, width = 100, showAccepted = false }: TextOptions,
): string {
  const paint = createPaint(colour);
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of report.findings) {
    const at = finding.location?.file;
    if (at !== file) lines.push(paint.strong(at ?? 'Accepted findings'), '');
    file = at;
    lines.push(...renderFinding(finding, sources, paint, width), '');
  }
  if (showAccepted && report.accepted.length > 0) {
    lines.push(paint.strong('Accepted, with their reasons'), '');
    lines.push(...report.accepted.flatMap((each) => renderAcceptance(each, paint)), '');
  }
  lines.push(summarize(report, paint, showAccepted), '');
  return lines.join('\n');
}

function renderFinding(
  finding: LintFinding,
  sources: ReadonlyMap<string, SourceText>,
  paint: Paint,
  width: number,
): string[] {
  const { location, level, rule, object, message, detail, hint, fix } = finding;
  const place = location === null ? '' : `${location.file}:${location.line}:${location.column}  `;
  const name = object === null ? '' : `  ${paint.strong(object)}`;
  const lines = [`${place}${colourOf(level, paint)(words[level])}  ${paint.strong(rule)}${name}`];
  lines.push(...wrap(message, width, '  '));
  const source = location === null ? undefined : sources.get(location.file);
  if (source !== undefined && location !== null && source.text !== '') {
    lines.push(...showLine(source, location, paint, width));
  }
  if (detail !== null) lines.push(...wrap(detail, width, '  '));
  if (hint !== null) lines.push(...wrap(hint, width, '    ', paint.good('  → ')));
  if (fix !== undefined) lines.push(paint.good(`  ✓ --fix ${fix.title}`));
  lines.push(paint.faint(`  docs/reference/rules/${pageName(rule)}`));
  return lines;
}

function renderAcceptance({ finding, reason, by }: ReportedAcceptance, paint: Paint): string[] {
  const { location, rule, object } = finding;
  const place = location === null ? '' : `${location.file}:${location.line}:${location.column}  `;
  const where = by === 'comment' ? 'in a comment' : 'in the list';
  return [
    `${place}${paint.strong(rule)}${object === null ? '' : `  ${object}`}`,
    paint.faint(`    ${where}: ${reason}`),
  ];
}

function wrap(text: string, width: number, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each, index) => `${index === 0 ? first : indent}${each}`);
}

function colourOf(level: FindingLevel, paint: Paint): (text: string) => string {
  return { error: paint.bad, warning: paint.warn, info: paint.faint }[level];
}

function summarize(
  { files, findings, accepted }: LintReport,
  paint: Paint,
  shown: boolean,
): string {
  const levels = ['error', 'warning', 'info'] as const;
  const parts = levels.flatMap((level) => {
    const count = findings.filter((each) => each.level === level).length;
    return count === 0 ? [] : [colourOf(level, paint)(countOf(count, words[level]))];
  });
  const found = parts.length === 0 ? paint.good('Nothing found') : parts.join(', ');
  const hidden = shown ? '' : ' (--accepted shows them)';
  const excused = accepted.length === 0 ? '' : `; ${accepted.length} accepted${hidden}`;
  const mendable = findings.filter(({ fix }) => fix !== undefined).length;
  const mend = mendable === 0 ? '' : ` --fix mends ${mendable}.`;
  return `${paint.strong(found)} in ${countOf(files, 'file')}${excused}.${mend}`;
}
