/** In charge of the shape every error of catb has: a code, a message, details and a hint. */

/** The codes catb raises. Append-only: a code that was released keeps its meaning. */
export type CatbErrorCode =
  | 'EMBEDDED_UNSUPPORTED_PLATFORM'
  | 'EMBEDDED_BAD_OPTIONS'
  | 'EMBEDDED_FOLDER_UNUSABLE'
  | 'EMBEDDED_FOLDER_OUT_OF_REACH'
  | 'EMBEDDED_STATE_LOST'
  | 'EMBEDDED_DATA_FROM_OTHER_MAJOR'
  | 'EMBEDDED_INIT_FAILED'
  | 'EMBEDDED_START_FAILED'
  | 'EMBEDDED_STOP_FAILED'
  | 'EMBEDDED_LOCKED'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_NO_ROLLBACK'
  | 'MIGRATION_IRREVERSIBLE'
  | 'MIGRATION_FAILED'
  | 'MIGRATION_LOCKED'
  | 'MIGRATION_OUT_OF_ORDER'
  | 'MIGRATION_NOT_IN_FOLDER'
  | 'MIGRATION_CONCURRENT_NOT_ALONE'
  | 'MIGRATION_DUPLICATE_VERSION'
  | 'MIGRATION_EMPTY'
  | 'MIGRATION_FOLDER_UNREADABLE'
  | 'MIGRATION_NAME_INVALID'
  | 'MIGRATION_ROLLBACK_MISPLACED'
  | 'MIGRATION_TRANSACTION_CONTROL'
  | 'DATABASE_UNREACHABLE'
  | 'MIGRATION_CONCURRENT_CONFLICT'
  | 'MIGRATION_CONCURRENT_UNNAMED'
  | 'MIGRATION_POOLED_CONNECTION'
  | 'MIGRATION_VERSION_UNKNOWN'
  | 'MIGRATION_OPTIONS_INVALID'
  // Raised by the functions of the database; see the table catb.error_codes.
  | 'session_token_refused'
  | 'turn_quota_exceeded'
  | 'message_blank'
  | 'message_too_long'
  | 'idempotency_key_reused'
  | 'turn_in_progress'
  | 'turn_superseded'
  | 'reply_blank'
  | 'reply_too_long'
  | 'message_not_found'
  | 'page_invalid'
  | 'preferences_invalid'
  | 'feedback_invalid'
  | 'reason_required'
  | 'idempotency_key_invalid'
  | 'session_not_found'
  | 'transcript_request_refused'
  | 'analytics_range_invalid'
  | 'analytics_timezone_unknown'
  | 'analytics_bucket_invalid'
  | 'price_row_kept'
  | 'price_date_taken'
  | 'admin_key_name_taken'
  | 'admin_key_not_found'
  | 'admin_key_name_invalid'
  | 'admin_key_expiry_invalid'
  | 'admin_key_revoked'
  | 'budget_exceeded'
  | 'budget_invalid'
  | 'backup_unknown'
  | 'session_on_hold'
  | 'hold_invalid'
  | 'retention_policy_invalid'
  | 'retention_run_refused'
  | 'retention_clock_doubtful'
  // What a statement can meet besides.
  | 'text_invalid'
  | 'database_unavailable'
  | 'database_busy'
  | 'database_full'
  | 'database_refused'
  | 'SETTINGS_INVALID'
  | 'DATABASE_ROLE_UNUSABLE'
  | 'EMBEDDED_NOT_RUNNING'
  | 'COMMAND_INVALID'
  | 'REPLAY_ADDRESS_INVALID'
  | 'REPLAY_ADDRESS_REMOTE'
  | 'REPLAY_SERVER_UNREACHABLE'
  | 'DEMO_PRESENT'
  | 'DEMO_AMONG_REAL_SESSIONS'
  | 'DEMO_SOURCE_EMPTY';

/** What an error is made of. `status` is the HTTP status it maps to, where it has one. */
export interface CatbErrorFields {
  code: CatbErrorCode;
  /** What failed, and on what. */
  message: string;
  /** What is known about the cause. For operators: it may name files, so it stays out of HTTP. */
  details?: string | undefined;
  /** What to do about it. */
  hint?: string | undefined;
  status?: number | undefined;
  cause?: unknown;
}

/** The base of every error that catb raises, shaped as PostgreSQL and PostgREST shape theirs. */
export class CatbError extends Error {
  readonly code: CatbErrorCode;
  readonly details: string | undefined;
  readonly hint: string | undefined;
  readonly status: number | undefined;

  constructor(fields: CatbErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = new.target.name;
    this.code = fields.code;
    this.details = fields.details;
    this.hint = fields.hint;
    this.status = fields.status;
  }
}
