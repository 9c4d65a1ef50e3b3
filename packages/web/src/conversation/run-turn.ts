/** Carries one turn through: sends it, follows the answer, and sends it again where that helps. */
import type { Reply, Triage } from '../api/contract.ts';
import { ConnectionError, SessionEndedError } from '../api/errors.ts';
import { sendMessage } from '../api/send-message.ts';
import { planRetry } from './plan-retry.ts';
import type { TurnStatus } from './turn.ts';

/** What changed on the turn. */
export interface TurnChange {
  status?: TurnStatus;
  reply?: string;
  triage?: Triage;
}

/** How a turn ended; `open` means that its last status says so. */
export type TurnOutcome =
  { kind: 'done'; reply: Reply } | { kind: 'session_ended' } | { kind: 'open' };

/**
 * Runs until the answer is whole, the person stops it, or only the person can help.
 *
 * @param signal - Stops the turn. What has been written by then is kept by the server.
 * @param wake - Ends a wait early: the person pressed "try now".
 * @param report - Told of each change.
 */
export async function runTurn(
  message: string,
  key: string,
  signal: AbortSignal,
  wake: EventTarget,
  report: (change: TurnChange) => void,
): Promise<TurnOutcome> {
  let failures = 0;
  for (;;) {
    try {
      report({ status: { kind: 'sending' } });
      let reply = '';
      for await (const event of sendMessage(message, key, signal)) {
        if (event.kind === 'done') return event;
        failures = 0;
        reply += event.token.text;
        const change: TurnChange = { status: { kind: 'streaming' }, reply };
        if (event.token.triage !== undefined) change.triage = event.token.triage;
        report(change);
      }
      throw new ConnectionError();
    } catch (error) {
      if (signal.aborted) {
        report({ status: { kind: 'stopped' } });
        return { kind: 'open' };
      }
      if (error instanceof SessionEndedError) return { kind: 'session_ended' };
      failures += 1;
      const plan = planRetry(error, failures, Date.now());
      if (plan.kind === 'fail') {
        report({ status: { kind: 'failed', failure: plan.failure } });
        return { kind: 'open' };
      }
      const { reason, delayMs } = plan;
      report({ status: { kind: 'waiting', reason, until: Date.now() + delayMs } });
      await waitFor(delayMs, signal, wake, reason === 'connection');
    }
  }
}

/** Waits, but not past a stop, a "try now", or (`endsOnline`) the network's return. */
function waitFor(ms: number, signal: AbortSignal, wake: EventTarget, endsOnline: boolean) {
  return new Promise<void>((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { signal: over.signal });
    wake.addEventListener('wake', end, { signal: over.signal });
    if (endsOnline) window.addEventListener('online', end, { signal: over.signal });
  });
}
