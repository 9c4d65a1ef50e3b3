/** In charge of making pieces on the copy: many in one go, those that fail again, and saying what failed. */
import type pg from 'pg';
import { sql } from './sql.generated.ts';
import type { Piece } from './piece.ts';
import type { MissingObject } from './schema-copy.ts';

/** Is told how many pieces are done. */
export type MakingProgress = (done: number, total: number) => void;

interface Failure {
  piece: Piece;
  message: string;
}

const batchSize = 250;

/** Prepares a connection for {@link makePieces}. */
export async function prepareMaking(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set check_function_bodies = off; set client_min_messages = error; set search_path = '';
     set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
     set standard_conforming_strings = on; set xmloption = content; set row_security = off`,
  );
  await client.query(sql.runScripts);
}

async function runScripts(
  client: pg.ClientBase,
  scripts: readonly string[],
): Promise<Map<number, string>> {
  const { rows } = await client.query<{ place: number; message: string }>(
    'select * from pg_temp.catb_run_scripts($1)',
    [scripts],
  );
  return new Map(rows.map(({ place, message }) => [place - 1, message]));
}

async function tryPieces(
  client: pg.ClientBase,
  pieces: readonly Piece[],
  onBatch: (size: number) => void = () => undefined,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let start = 0; start < pieces.length; start += batchSize) {
    const batch = pieces.slice(start, start + batchSize);
    const messages = await runScripts(
      client,
      batch.map((piece) => piece.script),
    );
    failures.push(
      ...batch.flatMap((piece, index) => {
        const message = messages.get(index);
        return message === undefined ? [] : { piece, message };
      }),
    );
    onBatch(batch.length);
  }
  return failures;
}

/** Until a round makes nothing more. */
async function retry(client: pg.ClientBase, failures: Failure[]): Promise<Failure[]> {
  let left = failures;
  for (;;) {
    if (left.length === 0) return left;
    const next = await tryPieces(
      client,
      left.map((failure) => failure.piece),
    );
    if (next.length === left.length) return next;
    left = next;
  }
}

/** Makes something in the place of views that need something that needs them. */
async function makeShells(client: pg.ClientBase, failures: Failure[]): Promise<Set<Piece>> {
  const pieces = failures.map((failure) => failure.piece).filter((piece) => piece.shell !== null);
  if (pieces.length === 0) return new Set();
  const refused = await runScripts(
    client,
    pieces.map((piece) => piece.shell ?? ''),
  );
  return new Set(pieces.filter((_, index) => !refused.has(index)));
}

/**
 * Makes the pieces in the given order; those that fail are tried again when the others are there.
 * The connection was prepared by {@link prepareMaking}.
 *
 * @returns what could not be made, and why
 */
export async function makePieces(
  client: pg.ClientBase,
  pieces: readonly Piece[],
  onProgress: MakingProgress = () => undefined,
): Promise<MissingObject[]> {
  let done = 0;
  let failures = await tryPieces(client, pieces, (size) => {
    done += size;
    onProgress(done, pieces.length);
  });
  failures = await retry(client, failures);
  const shells = await makeShells(client, failures);
  if (shells.size > 0) failures = await retry(client, failures);

  const objects = new Map(failures.map(({ piece }) => [piece.key, piece.object]));
  return failures.map(({ piece, message }) => {
    const needed = piece.needs.map((key) => objects.get(key)).find((name) => name !== undefined);
    const reason = needed === undefined ? message : `needs ${needed}, which is missing`;
    const isShell = shells.has(piece);
    return {
      object: piece.object,
      reason: isShell ? `${reason}; a view of the same columns without rows is there` : reason,
    };
  });
}
