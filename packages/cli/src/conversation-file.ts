/** In charge of what commands that read a conversation file share: the file, and its bad lines. */
import { statSync } from 'node:fs';
import { CatbError, type BadLine, type ConversationInput } from '@catb/database';

/** More than these are counted and not listed. */
const listedBadLines = 1_000;
const shownBadLines = 100;

/**
 * The input that an argument means, and its bytes where they are known; `-` is standard input.
 *
 * @throws CatbError `COMMAND_INVALID` when there is no such file
 */
export function openConversationFile(file: string): {
  input: ConversationInput;
  bytes: number | undefined;
} {
  if (file === '-') return { input: process.stdin, bytes: undefined };
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) {
    throw new CatbError({ code: 'COMMAND_INVALID', message: `There is no file ${file}.` });
  }
  return { input: file, bytes: found.size > 0 ? found.size : undefined };
}

/** Gathers bad lines while a file is read, to be shown once the progress bar is gone. */
export class BadLines {
  readonly listed: BadLine[] = [];
  #count = 0;

  readonly add = (bad: BadLine): void => {
    this.#count += 1;
    if (this.listed.length < listedBadLines) this.listed.push(bad);
  };

  /** Writes them to standard error. */
  show(): void {
    for (const { line, reason } of this.listed.slice(0, shownBadLines)) {
      console.error(`line ${line}: ${reason}`);
    }
    const others = this.#count - Math.min(this.#count, shownBadLines);
    if (others > 0) console.error(`and ${others.toLocaleString('en')} more bad lines`);
  }
}
