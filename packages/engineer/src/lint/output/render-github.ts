/** In charge of a lint report as GitHub shows it beside the changed lines. */
import type { FindingLevel } from '../../findings/finding.ts';
import type { LintReport } from '../lint-report.ts';

const commands: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * One workflow command a finding.
 *
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub({ findings }: LintReport): string {
  return findings
    .map(({ rule, level, message, detail, hint, location }) => {
      const place =
        location === null
          ? []
          : [
              `file=${escapeProperty(location.file)}`,
              `line=${location.line}`,
              `col=${location.column}`,
            ];
      const text = [message, detail, hint].filter((each) => each !== null).join('\n');
      const properties = [...place, `title=${escapeProperty(rule)}`].join(',');
      return `::${commands[level]} ${properties}::${escapeText(text)}\n`;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
