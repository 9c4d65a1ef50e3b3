/** The database engineer: looks at any PostgreSQL, tries things on a throw-away server, and says what it found. */
export { EngineerError, type EngineerErrorCode, type EngineerErrorFields } from './errors.ts';
export type { Finding, FindingLevel, FindingLocation } from './findings/finding.ts';
export { withTarget, type Target } from './target/open-target.ts';
