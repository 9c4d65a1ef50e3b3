/** In charge of ending a reply: by the client, the deadline, silence, or because it is enough. */

/** Why a reply was ended from our side. */
export type StopReason = 'client' | 'deadline' | 'silence' | 'limit' | 'listener';

/** Ends a reply at most once and remembers why. */
export interface Stopwatch {
  /** Aborted when the reply has to end. */
  readonly signal: AbortSignal;
  readonly reason: StopReason | null;
  /** Milliseconds since the start. */
  elapsed(): number;
  /** Milliseconds until the deadline, 0 when it has passed. */
  remaining(): number;
  /** Notes that the provider sent something; from then on silence counts. */
  heard(): void;
  /** Forgets that the provider sent something, for a new attempt. */
  rest(): void;
  stop(reason: StopReason): void;
  /** Clears timers and listeners; call it whatever happened. */
  dispose(): void;
}

/** Starts the clock. `deadlineMs` for everything, `silenceMs` between two events of a stream. */
export function startStopwatch(options: {
  client: AbortSignal;
  deadlineMs: number;
  silenceMs: number;
}): Stopwatch {
  const { client, deadlineMs, silenceMs } = options;
  const startedAt = performance.now();
  const controller = new AbortController();
  let reason: StopReason | null = null;
  let silence: NodeJS.Timeout | undefined;

  const stop = (why: StopReason): void => {
    if (reason === null) {
      reason = why;
      controller.abort();
    }
  };
  const hangUp = (): void => stop('client');
  const deadline = setTimeout(() => stop('deadline'), deadlineMs);
  client.addEventListener('abort', hangUp);
  if (client.aborted) {
    hangUp();
  }

  return {
    signal: controller.signal,
    get reason() {
      return reason;
    },
    elapsed: () => performance.now() - startedAt,
    remaining: () => Math.max(0, deadlineMs - (performance.now() - startedAt)),
    heard() {
      if (silence === undefined) {
        silence = setTimeout(() => stop('silence'), silenceMs);
      } else {
        silence.refresh();
      }
    },
    rest() {
      clearTimeout(silence);
      silence = undefined;
    },
    stop,
    dispose() {
      clearTimeout(silence);
      clearTimeout(deadline);
      client.removeEventListener('abort', hangUp);
    },
  };
}
