/** Retention: what is due by the policies goes, unless a legal hold keeps it. */
export { runRetention, type RetentionOptions, type RetentionReport } from './run-retention.ts';
