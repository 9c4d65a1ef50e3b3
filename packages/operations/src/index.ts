/** Operations: backups that are proved by restoring them. */
export { OperationsError, type OperationsErrorCode, type OperationsErrorFields } from './errors.ts';
export * from './portable/index.ts';
export * from './retention/index.ts';
