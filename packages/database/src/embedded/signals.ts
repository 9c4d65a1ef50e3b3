/** In charge of a clean stop when this process is told to end. */
import { releaseAll } from './release.ts';

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let stopping = false;

/**
 * On SIGINT, SIGTERM and SIGHUP: lets go of every server of this process, then ends it by the same
 * signal, so that whoever started it sees what ended it. Calling it again changes nothing.
 */
export function installSignalHandlers(): void {
  for (const signal of signals) {
    if (!process.listeners(signal).includes(stopAndEnd)) process.on(signal, stopAndEnd);
  }
}

function stopAndEnd(signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  void releaseAll()
    .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
    .finally(() => {
      for (const each of signals) process.off(each, stopAndEnd);
      process.kill(process.pid, signal);
    });
}
