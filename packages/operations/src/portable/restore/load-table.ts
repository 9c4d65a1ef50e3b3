/** In charge of the rows of one table. */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { checkStored, damaged, readFile, type Archive } from '../archive/open-archive.ts';
import type { StoredTable } from '../archive/contents.ts';
import type { Step } from '../archive/encryption.ts';
import { meter, unmeasured } from '../archive/meter.ts';
import { databaseFailure } from '../database-failure.ts';
import { copyStatement } from './load-statements.ts';

/** What is loaded from where to where. */
export interface TableLoad {
  client: pg.Client;
  archive: Archive;
  table: StoredTable;
  decrypt: Step | undefined;
}

/**
 * Loads a table's parts in their order, so that its rows lie as they lay, and returns how many.
 *
 * @throws OperationsError `RESTORE_FAILED`, `BACKUP_DAMAGED`, `BACKUP_KEY_WRONG`
 */
export async function loadTable(
  { client, archive, table, decrypt }: TableLoad,
  onBytes: (more: number) => void,
): Promise<number> {
  let rows = 0;
  for (const part of table.parts) {
    const measured = unmeasured();
    const target = client.query(copyFrom(copyStatement(table, 'stdin')));
    await pipeline(meter(readFile(archive, part.path, decrypt), measured), target).catch(
      async (error: unknown) => {
        // Of a byte that flipped the database may complain before the checksum is known.
        await checkStored(archive, part.path);
        throw databaseFailure('RESTORE_FAILED', `load ${part.path}`, error);
      },
    );
    if (measured.sha256 !== part.sha256 || target.rowCount !== part.rows) {
      throw damaged(archive.id, part.path, 'It does not hold the rows that the contents name.');
    }
    rows += target.rowCount;
    onBytes(measured.bytes);
  }
  return rows;
}
