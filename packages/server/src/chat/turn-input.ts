/** In charge of what a turn is given. */

/** A message to be answered. */
export interface TurnInput {
  sessionToken: string;
  message: string;
  idempotencyKey?: string | undefined;
  requestId: string;
  /** Aborted when the client hangs up. */
  signal: AbortSignal;
}
