/**
 * In charge of a lint report as code-scanning services read it: SARIF 2.1.0.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, FindingLevel } from '../../findings/finding.ts';
import type { LintReport } from '../lint-report.ts';
import { pageName, rulePage, ruleTitle } from './describe-rule.ts';

const levels: Readonly<Record<FindingLevel, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

export interface SarifOptions {
  /** catb's own. */
  version: string;
  /**
   * Where the rules' pages are served, such as `https://example.org/rules/`. Without it a rule says in
   * its help where its page is in the repository, since SARIF takes absolute addresses only.
   */
  rulePages?: string;
}

/** The document as text. What is accepted is in it as suppressed, with the reason. */
export function renderSarif(report: LintReport, options: SarifOptions): string {
  const all = [...report.findings, ...report.accepted.map(({ finding }) => finding)];
  const rules = [...new Set(all.map(({ rule }) => rule))].sort();
  const results = [
    ...report.findings.map((finding) => toResult(finding, rules)),
    ...report.accepted.map(({ finding, reason, by }) => ({
      ...toResult(finding, rules),
      suppressions: [{ kind: by === 'comment' ? 'inSource' : 'external', justification: reason }],
    })),
  ];
  const driver = {
    name: 'catb lint',
    version: options.version,
    rules: rules.map((rule) => describeRule(rule, options.rulePages)),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describeRule(rule: string, rulePages: string | undefined) {
  const help = `See ${rulePage(rule)}.`;
  return {
    id: rule,
    shortDescription: { text: ruleTitle(rule) },
    help: { text: help },
    ...(rulePages === undefined ? {} : { helpUri: new URL(pageName(rule), rulePages).href }),
  };
}

function toResult(finding: Finding, rules: readonly string[]) {
  const { rule, level, object, message, detail, hint, location } = finding;
  const text = [message, detail, hint].filter((each) => each !== null).join(' ');
  const logical = object === null ? {} : { logicalLocations: [{ fullyQualifiedName: object }] };
  const physical =
    location === null
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: fileUri(location.file) },
            region: { startLine: location.line, startColumn: location.column },
          },
        };
  const places = object === null && location === null ? [] : [{ ...physical, ...logical }];
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[level],
    message: { text },
    locations: places,
  };
}

/** Relative paths stay relative: a service looks for them from the root of the repository. */
function fileUri(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
