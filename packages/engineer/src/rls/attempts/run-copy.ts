/** In charge of one message with a `copy` in it: its lines out, or one line in. */
import type { Connection, Submittable } from 'pg';

/** What came back. */
export interface CopyOutcome {
  /** Lines that came out. */
  lines: string[];
  /** Rows that `copy` says it has moved. */
  count: number;
  /** What ended it; an empty SQLSTATE where the connection was lost. */
  error: { sqlstate: string; message: string } | undefined;
}

/** The part of the driver's connection that copies in. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A message that the driver's own query could not run: it knows no `copy`. */
export class CopyMessage implements Submittable {
  readonly done: Promise<CopyOutcome>;
  readonly #text: string;
  readonly #line: string | undefined;
  readonly #chunks: Buffer[] = [];
  #count = 0;
  #error: CopyOutcome['error'];
  #resolve: (outcome: CopyOutcome) => void = () => undefined;

  /** @param line what is copied in, without its end; undefined where something is copied out */
  constructor(text: string, line: string | undefined) {
    this.#text = text;
    this.#line = line;
    this.done = new Promise((resolve) => (this.#resolve = resolve));
  }

  /** Is called by the driver when it is this message's turn. */
  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  /** Is called for each piece of what comes out. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#chunks.push(chunk);
  }

  /** Is called when the server waits for what goes in. */
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(`${this.#line ?? ''}\n`));
    connection.endCopyFrom();
  }

  /** Is called at the end of each statement. */
  handleCommandComplete({ text }: { text: string }): void {
    const [, count] = /^COPY (\d+)/.exec(text) ?? [];
    if (count !== undefined) this.#count = Number(count);
  }

  /** Is called for an error of the server, and when the connection is lost. */
  handleError(error: Error & { code?: string }): void {
    const sqlstate = /^[0-9A-Z]{5}$/.test(error.code ?? '') ? (error.code ?? '') : '';
    this.#error = { sqlstate, message: error.message };
    // The driver tells nothing more after an error.
    this.handleReadyForQuery();
  }

  /** Is called when the message is over. */
  handleReadyForQuery(): void {
    const text = Buffer.concat(this.#chunks).toString('utf8');
    const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
    this.#resolve({ lines, count: this.#count, error: this.#error });
  }

  /** Settings come back as rows, which nobody needs. */
  handleRowDescription(): void {}
  handleDataRow(): void {}
}
