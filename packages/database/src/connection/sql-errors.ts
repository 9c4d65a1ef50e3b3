/** In charge of the SQLSTATEs of catb's own errors: the table `catb.error_codes`, as TypeScript sees it. */
import type { CatbErrorCode } from '../errors.ts';

/** SQLSTATE → code and HTTP status. A test holds it against the table in the database. */
export const sqlErrors: Readonly<Record<string, { code: CatbErrorCode; status: number }>> = {
  MU001: { code: 'session_token_refused', status: 401 },
  MU002: { code: 'turn_quota_exceeded', status: 429 },
  MU003: { code: 'message_blank', status: 400 },
  MU004: { code: 'message_too_long', status: 413 },
  MU005: { code: 'idempotency_key_reused', status: 409 },
  MU006: { code: 'turn_in_progress', status: 409 },
  MU007: { code: 'turn_superseded', status: 409 },
  MU008: { code: 'reply_blank', status: 500 },
  MU009: { code: 'reply_too_long', status: 500 },
  MU010: { code: 'message_not_found', status: 404 },
  MU011: { code: 'page_invalid', status: 400 },
  MU012: { code: 'preferences_invalid', status: 400 },
  MU013: { code: 'feedback_invalid', status: 400 },
  MU014: { code: 'reason_required', status: 400 },
  MU015: { code: 'idempotency_key_invalid', status: 400 },
  MU016: { code: 'session_not_found', status: 404 },
  MU017: { code: 'transcript_request_refused', status: 403 },
  MU020: { code: 'analytics_range_invalid', status: 400 },
  MU021: { code: 'analytics_timezone_unknown', status: 400 },
  MU022: { code: 'analytics_bucket_invalid', status: 400 },
  MU030: { code: 'price_row_kept', status: 409 },
  MU031: { code: 'price_date_taken', status: 409 },
  MU040: { code: 'admin_key_name_taken', status: 409 },
  MU041: { code: 'admin_key_not_found', status: 404 },
  MU042: { code: 'admin_key_name_invalid', status: 400 },
  MU043: { code: 'admin_key_expiry_invalid', status: 400 },
  MU044: { code: 'admin_key_revoked', status: 409 },
  MU060: { code: 'backup_unknown', status: 404 },
};
