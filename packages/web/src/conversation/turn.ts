/** A turn that isn't in the history yet: a message on its way, and the answer as it is written. */
import type { Triage } from '../api/contract.ts';

/** Why a turn waits before it is sent again by itself. */
export type WaitReason = 'connection' | 'rate_limit' | 'turn_in_progress' | 'busy';

/** What went wrong, in words. `retryAt` is the earliest time (ms) at which a retry can succeed. */
export interface Failure {
  message: string;
  isRetryable: boolean;
  retryAt: number | null;
}

/**
 * - `sending`: on its way, nothing answered yet
 * - `streaming`: the answer arrives
 * - `waiting`: will be sent again by itself, with the same key, at `until` (ms)
 * - `failed`: up to the person
 * - `stopped`: the person stopped the answer
 */
export type TurnStatus =
  | { kind: 'sending' }
  | { kind: 'streaming' }
  | { kind: 'waiting'; reason: WaitReason; until: number }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'stopped' };

/** `key` is the idempotency key; `afterSeq` the newest message in the history when it was sent. */
export interface Turn {
  key: string;
  text: string;
  afterSeq: number;
  startedAt: number;
  status: TurnStatus;
  reply: string;
  triage: Triage | null;
}

/** True while the turn is on its way or will be by itself. */
export function isUnderWay(turn: Turn): boolean {
  return turn.status.kind !== 'failed' && turn.status.kind !== 'stopped';
}

/** A key of 128 random bits. (`crypto.randomUUID` is missing where the page isn't on HTTPS.) */
export function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
