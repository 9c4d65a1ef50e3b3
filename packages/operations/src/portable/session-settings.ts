/** In charge of the settings under which rows become text and text becomes rows, the same everywhere. */

/**
 * For the transaction that is open. Text that one PostgreSQL writes under these, any other reads; no
 * default of a role, such as a limit on how long a statement may take, gets in the way.
 */
export const sessionSettings: readonly string[] = [
  "set local search_path = ''",
  "set local client_encoding = 'UTF8'",
  "set local datestyle = 'ISO, MDY'",
  "set local intervalstyle = 'postgres'",
  "set local timezone = 'UTC'",
  "set local bytea_output = 'hex'",
  "set local xmloption = 'content'",
  'set local extra_float_digits = 1',
  // A scan that begins where another one is would change the order of the rows.
  'set local synchronize_seqscans = off',
  'set local row_security = on',
  'set local statement_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
  'set local client_min_messages = warning',
];
