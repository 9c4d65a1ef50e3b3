/** In charge of restoring a backup: one transaction, so that it is done or nothing has happened. */
import { diffMaps } from './diff-maps.ts';
import { readCatalog, withOwnConnection } from '@catb/database';
import type pg from 'pg';
import { OperationsError } from '../../errors.ts';
import { readContents, readText, type Archive } from '../archive/open-archive.ts';
import type { Contents } from '../archive/contents.ts';
import type { Step } from '../archive/encryption.ts';
import { databaseFailure } from '../database-failure.ts';
import { sessionSettings } from '../session-settings.ts';
import { applySchema } from './apply-schema.ts';
import { checkTarget } from './check-target.ts';
import { closingStatements, loadSteps, truncateStatement } from './load-statements.ts';
import { loadTable } from './load-table.ts';

/** What can be chosen. */
export interface RestoreOptions {
  archive: Archive;
  /** The database to restore into, as the role that owns it or is to own it. */
  url: string;
  /** Decrypts the archive; none for one that is not encrypted. */
  decrypt?: Step | undefined;
  /** The name of the database, where it has rows that are to be replaced. */
  overwrite?: string | undefined;
  /** Is told now and then how many bytes of rows were loaded, before compression. */
  onProgress?: ((bytes: number) => void) | undefined;
}

/** What was restored. */
export interface RestoreReport {
  id: string;
  migrationVersion: string;
  tables: number;
  rows: number;
  seconds: number;
}

interface LoadStep {
  before_order: number;
  after_order: number;
  before: string;
  after: string;
  comment: string | null;
}

/**
 * Restores into an empty database, or into one of the same schema whose name is given.
 *
 * @throws OperationsError `BACKUP_…`, `RESTORE_…`
 * @throws CatbError `DATABASE_UNREACHABLE`
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const started = performance.now();
  const { archive, decrypt } = options;
  const contents = await readContents(archive, decrypt);
  const rows = await withOwnConnection(options.url, 'catb restore', async (client) => {
    try {
      await client.query('begin; set local statement_timeout = 0');
      const schemaIs = await checkTarget(client, contents, options.overwrite);
      if (schemaIs === 'missing') {
        const path = archive.manifest.recipients.length > 0 ? 'schema.sql.age' : 'schema.sql';
        await applySchema(client, await readText(archive, path, decrypt));
      }
      await client.query(sessionSettings.join('; '));
      const loaded = await loadRows(client, contents, options);
      await client.query('commit');
      // Statistics can be made again at any time: without them a restore is a restore.
      await client.query('analyze').catch(() => undefined);
      return loaded;
    } catch (error) {
      throw databaseFailure('RESTORE_FAILED', 'restore the backup', error);
    }
  });
  return {
    id: archive.id,
    migrationVersion: archive.manifest.migrationVersion,
    tables: contents.tables.length,
    rows,
    seconds: (performance.now() - started) / 1_000,
  };
}

async function loadRows(
  client: pg.Client,
  contents: Contents,
  { archive, decrypt, onProgress }: RestoreOptions,
): Promise<number> {
  const before = await readCatalog(client, { role: () => false });
  const { rows: steps } = await client.query<LoadStep>(loadSteps);
  steps.sort((a, b) => a.before_order - b.before_order);
  for (const step of steps) await run(client, step.before);
  await run(client, truncateStatement(contents.tables));
  let rows = 0;
  let bytes = 0;
  for (const table of contents.tables) {
    rows += await loadTable({ client, archive, table, decrypt }, (more) => {
      bytes += more;
      onProgress?.(bytes);
    });
  }
  steps.sort((a, b) => a.after_order - b.after_order);
  for (const { after, comment } of steps) {
    await run(client, after);
    if (comment !== null) await run(client, comment);
  }
  for (const statement of closingStatements(contents)) await run(client, statement);
  const lost = diffMaps(before, await readCatalog(client, { role: () => false }));
  // A view that was refreshed is populated now; that is the one thing that may differ.
  const unexpected = lost.filter((object) => !object.startsWith('materialized view '));
  if (unexpected.length === 0) return rows;
  throw new OperationsError({
    code: 'RESTORE_FAILED',
    message: `Loading the rows did not leave the schema as it was: ${unexpected.join(', ')}.`,
    hint: 'Nothing was kept. This is a mistake of catb: report it.',
  });
}

/** Names the object in the error; the statement is made from the catalog and quotes no row. */
async function run(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const words =
      /^(alter table \S+ \w+ \w+ \S+|\w+( \w+)* \S+)/.exec(statement)?.[0] ?? 'continue';
    throw databaseFailure('RESTORE_FAILED', words, error);
  }
}
