/** In charge of the errors that the engineer raises: shaped as every error of catb is. */

/** The codes the engineer raises. Append-only: a code that was released keeps its meaning. */
export type EngineerErrorCode = 'TARGET_RIGHTS_MISSING';

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
