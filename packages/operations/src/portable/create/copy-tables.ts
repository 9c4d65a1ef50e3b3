/** In charge of copying every table's rows, on several connections that see the same moment. */
import { withOwnConnection } from '@catb/database';
import type pg from 'pg';
import type { ArchiveWriter } from '../archive/archive-writer.ts';
import type { StoredTable } from '../archive/contents.ts';
import { databaseFailure } from '../database-failure.ts';
import { sessionSettings } from '../session-settings.ts';
import { copyPart } from './copy-part.ts';
import { cutTable, type TablePart } from './read-tables.ts';
import type { Snapshot } from './take-snapshot.ts';

interface CopyOptions {
  jobs: number;
  onProgress: ((bytes: number) => void) | undefined;
}

/** Copies them into `data/`, and returns them in the snapshot's order with the parts in theirs. */
export async function copyTables(
  url: string,
  snapshot: Snapshot,
  writer: ArchiveWriter,
  { jobs, onProgress }: CopyOptions,
): Promise<StoredTable[]> {
  const copied = snapshot.tables.filter(({ leftOut }) => leftOut === undefined);
  const parts = copied.flatMap(cutTable);
  // The largest first, so that none is left over at the end for one connection alone.
  const queue = [...parts].sort((a, b) => b.table.bytes - a.table.bytes || a.number - b.number);
  const done = new Map<TablePart, StoredTable['parts'][number]>();
  const abort = new AbortController();
  let bytes = 0;

  const copyAll = async (client: pg.Client): Promise<void> => {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set transaction snapshot '${snapshot.name}'`);
    await client.query(sessionSettings.join('; '));
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      const rows = copyPart(client, part);
      const path = pathOf(part);
      const options = { compressed: true, signal: abort.signal };
      const measured = await writer.add(path, rows.content(), options).catch((error: unknown) => {
        throw databaseFailure('BACKUP_FAILED', `copy ${part.table.plainName}`, error);
      });
      done.set(part, { path: writer.nameOf(path, options), rows: await rows.count(), ...measured });
      bytes += measured.bytes;
      onProgress?.(bytes);
      abort.signal.throwIfAborted();
    }
    await client.query('commit');
  };

  const lanes = Array.from({ length: Math.min(jobs, queue.length) }, () =>
    withOwnConnection(url, 'catb backup', copyAll).catch((error: unknown) => {
      // The first one ends the others; theirs are consequences.
      if (!abort.signal.aborted) abort.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(lanes);
  abort.signal.throwIfAborted();
  return copied.map((table) => ({
    name: table.name,
    columns: [...table.columns],
    parts: parts.filter((part) => part.table === table).flatMap((part) => done.get(part) ?? []),
  }));
}

/** A name of a table may hold anything; a name of a file here is letters, digits and `._-%`. */
function pathOf({ table, number }: TablePart): string {
  const safe = table.plainName.replace(/[^A-Za-z0-9_.-]/g, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
  return `data/${safe}.${String(number).padStart(4, '0')}.copy`;
}
