/** The database engineer: looks at any PostgreSQL, tries things on a throw-away server, and says what it found. */
export { withSchemaCopy, type CopyOptions } from './copy/copy-schema.ts';
export type { MissingObject, SchemaCopy } from './copy/schema-copy.ts';
export { EngineerError, type EngineerErrorCode, type EngineerErrorFields } from './errors.ts';
export {
  auditSchema,
  auditTarget,
  type AuditOptions,
  type AuditReport,
} from './audit/audit-schema.ts';
export type { AuditScope } from './audit/read-scope.ts';
export type { Rule as AuditRule } from './audit/rule.ts';
export { auditRules } from './audit/rules/index.ts';
export { findAcceptedFile, type AcceptedFile } from './findings/find-accepted-file.ts';
export { formatFindings, type FormatOptions } from './findings/format-findings.ts';
export {
  acceptFindings,
  readAcceptedFindings,
  type AcceptedFinding,
  type FindingWithReason,
  type JudgedFindings,
} from './findings/accept-findings.ts';
export type { Finding, FindingLevel, FindingLocation } from './findings/finding.ts';
export { withTarget, type Target } from './target/open-target.ts';
export * from './diagram/index.ts';
export * from './inspect/index.ts';
export * from './reference/index.ts';
export * from './prove/index.ts';
export { generateRows } from './rows/generate-rows.ts';
export type {
  FixableColumn,
  GeneratedRow,
  GeneratedRows,
  GeneratedTable,
  RowOptions,
} from './rows/generated-rows.ts';
export * from './lint/index.ts';
export * from './rls/index.ts';
