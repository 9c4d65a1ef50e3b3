/** In charge of how a command that failed says so, and with which exit status. */

/** What the exit status of every command means. */
export const exitCodes = { fine: 0, findings: 1, wrongUse: 2, unreachable: 3 } as const;

const wrongUse = new Set([
  'COMMAND_INVALID',
  'admin_key_name_invalid',
  'admin_key_expiry_invalid',
  'SNAPSHOT_UNREADABLE',
  'RELATION_UNKNOWN',
  'BACKUP_PLACE_INVALID',
  'BACKUP_KEY_INVALID',
  'ACCESS_ROLE_UNKNOWN',
  'ACCESS_SCHEMA_UNKNOWN',
  'ACCESS_IDENTITY_INVALID',
  'ACCESS_CONFIG_INVALID',
  'ACCESS_MATRIX_UNREADABLE',
  'analytics_range_invalid',
  'price_date_taken',
  'AUDIT_SCOPE_UNKNOWN',
  'CHANGE_UNREADABLE',
  'LINT_PATH_MISSING',
  'PROOF_BASE_UNKNOWN',
  'ROWS_UNREADABLE',
  'ACCEPTED_FINDINGS_UNREADABLE',
  'SETTINGS_INVALID',
  'budget_invalid',
  'retention_policy_invalid',
  'DEMO_SOURCE_EMPTY',
  'MIGRATION_NAME_INVALID',
  'MIGRATION_OPTIONS_INVALID',
  'MIGRATION_VERSION_UNKNOWN',
  'MODEL_MISCONFIGURED',
  'REPLAY_ADDRESS_INVALID',
  'REPLAY_ADDRESS_REMOTE',
]);
const unreachable =
  /^(DATABASE_UNREACHABLE|DATABASE_ROLE_UNUSABLE|database_unavailable|REPLAY_SERVER_UNREACHABLE|EMBEDDED_.*)$/;

/**
 * Prints the error on standard error (as JSON on standard output, for programs) and returns the
 * exit status it calls for.
 */
export function reportError(error: unknown, asJson: boolean): number {
  const fields = errorFields(error);
  if (asJson) console.log(JSON.stringify(fields));
  else printError(fields);
  const { code } = fields;
  if (wrongUse.has(code)) return exitCodes.wrongUse;
  return unreachable.test(code) ? exitCodes.unreachable : exitCodes.findings;
}

/** Prints the error on standard error, for people. */
export function printError({ message, details, hint }: ErrorFields): void {
  console.error(`catb: ${message}`);
  if (details) console.error(indent(details));
  if (hint) console.error(indent(hint));
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** The shape that every error has for programs. */
export interface ErrorFields {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
}

/** What there is to say of an error, whoever threw it. */
export function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) {
    return { code: 'UNKNOWN', message: String(error), details: null, hint: null };
  }
  const text = (name: string) => {
    const value: unknown = (error as unknown as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    code: text('code') ?? 'UNKNOWN',
    message: error.message,
    details: text('details'),
    hint: text('hint'),
  };
}
