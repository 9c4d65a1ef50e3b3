/** In charge of showing how far a long command has come, on standard error. */
import { SingleBar } from 'cli-progress';

/** Shows progress until it is stopped. */
export interface ProgressDisplay {
  /** @param done of the total, in the total's unit; @param text what to say beside it */
  update(done: number, text: string): void;
  stop(): void;
}

/** A log is not a picture: a line now and then is enough for it. */
const lineEveryMs = 5_000;

/**
 * A bar where standard error is a terminal, a plain line now and then where it isn't.
 *
 * @param total undefined where the end is not known: then there is no bar to fill, only the text
 */
export function showProgress(doing: string, total: number | undefined): ProgressDisplay {
  return process.stderr.isTTY ? showBar(doing, total) : writeLines(doing);
}

function showBar(doing: string, total: number | undefined): ProgressDisplay {
  const format = total === undefined ? `${doing} {text}` : `${doing} [{bar}] {percentage}% {text}`;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, barsize: 30 });
  bar.start(total ?? 1, 0, { text: '' });
  return { update: (done, text) => bar.update(done, { text }), stop: () => bar.stop() };
}

function writeLines(doing: string): ProgressDisplay {
  let written = performance.now();
  return {
    update(_done, text) {
      if (performance.now() - written < lineEveryMs) return;
      written = performance.now();
      process.stderr.write(`${doing} ${text}\n`);
    },
    stop: () => undefined,
  };
}
