/** In charge of the errors that operations raise: shaped as every error of catb is. */

/** The codes operations raise. Append-only: a code that was released keeps its meaning. */
export type OperationsErrorCode =
  | 'BACKUP_PLACE_INVALID'
  | 'BACKUP_PLACE_UNUSABLE'
  | 'BACKUP_NOT_FOUND'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_TOO_NEW'
  | 'BACKUP_KEY_INVALID'
  | 'BACKUP_KEY_WRONG'
  | 'BACKUP_ROWS_HIDDEN'
  | 'BACKUP_SCHEMA_UNKNOWN'
  | 'BACKUP_SCHEMA_MOVED'
  | 'BACKUP_FAILED'
  | 'RESTORE_TARGET_NOT_EMPTY'
  | 'RESTORE_TARGET_DIFFERS'
  | 'RESTORE_FAILED';

/** What an error is made of. */
export interface OperationsErrorFields {
  code: OperationsErrorCode;
  /** What failed, and on what. */
  message: string;
  /** What is known about the cause. */
  details?: string | undefined;
  /** What to do about it. */
  hint?: string | undefined;
  cause?: unknown;
}

/** Something that was asked for and cannot be done. */
export class OperationsError extends Error {
  readonly code: OperationsErrorCode;
  readonly details: string | undefined;
  readonly hint: string | undefined;

  constructor(fields: OperationsErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'OperationsError';
    this.code = fields.code;
    this.details = fields.details;
    this.hint = fields.hint;
  }
}
