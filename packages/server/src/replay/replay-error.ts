/** In charge of the errors that keep a replay from beginning. */

/** Why a replay did not begin. Append-only. */
export type ReplayErrorCode =
  /** The address is none of HTTP. */
  | 'REPLAY_ADDRESS_INVALID'
  /** It is not on this machine, and nobody said that it may be elsewhere. */
  | 'REPLAY_ADDRESS_REMOTE'
  /** Nothing of catb answers there. */
  | 'REPLAY_SERVER_UNREACHABLE';

/** A replay that did not begin. */
export class ReplayError extends Error {
  readonly code: ReplayErrorCode;
  readonly hint: string;

  constructor(code: ReplayErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ReplayError';
    this.code = code;
    this.hint = hint;
  }
}
