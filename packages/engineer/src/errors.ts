/** In charge of the errors that the engineer raises: shaped as every error of catb is. */

/** The codes the engineer raises. Append-only: a code that was released keeps its meaning. */
export type EngineerErrorCode =
  | 'TARGET_RIGHTS_MISSING'
  | 'ACCEPTED_FINDINGS_UNREADABLE'
  | 'LINT_PATH_MISSING'
  | 'SQUAWK_UNAVAILABLE'
  | 'AUDIT_SCOPE_UNKNOWN'
  | 'CONDITION_NOT_UNDERSTOOD'
  | 'TARGET_LOCKED'
  | 'SNAPSHOT_UNREADABLE'
  | 'RELATION_UNKNOWN'
  | 'DIAGRAM_EMPTY'
  | 'CHANGE_UNREADABLE'
  | 'PROOF_BASE_UNKNOWN'
  | 'ROWS_UNREADABLE'
  | 'TARGET_NOT_READ_ONLY'
  | 'TARGET_TOO_OLD'
  | 'DOCS_OUT_OF_DATE'
  | 'ACCESS_ROLE_UNKNOWN'
  | 'ACCESS_SCHEMA_UNKNOWN'
  | 'ACCESS_IDENTITY_INVALID'
  | 'ACCESS_CONFIG_INVALID'
  | 'ACCESS_MATRIX_UNREADABLE';

/** What an error is made of. */
export interface EngineerErrorFields {
  code: EngineerErrorCode;
  /** What failed, and on what. */
  message: string;
  /** What is known about the cause. */
  details?: string | undefined;
  /** What to do about it. */
  hint?: string | undefined;
  cause?: unknown;
}

/** Something the engineer was asked for and cannot do. */
export class EngineerError extends Error {
  readonly code: EngineerErrorCode;
  readonly details: string | undefined;
  readonly hint: string | undefined;

  constructor(fields: EngineerErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'EngineerError';
    this.code = fields.code;
    this.details = fields.details;
    this.hint = fields.hint;
  }
}
