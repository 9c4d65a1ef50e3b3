/** The linter of migrations: our rules and squawk's, with or without a target's catalog. */
export { planFixes, writeFixes, type FixedFile, type PlannedFixes } from './fix/apply-fixes.ts';
export { lintMigrations, type LintOptions, type LintRun } from './lint-migrations.ts';
export {
  isOfLint,
  judgeRun,
  plainFinding,
  type LintReport,
  type ReportedAcceptance,
} from './lint-report.ts';
export { renderGithub } from './output/render-github.ts';
export { renderSarif, type SarifOptions } from './output/render-sarif.ts';
export { renderText, type TextOptions } from './output/render-text.ts';
