/** In charge of making a backup: one moment of a database, in files that are a backup when all are there. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { readCatalog, withOwnConnection } from '@catb/database';
import type pg from 'pg';
import { ArchiveWriter, once } from '../archive/archive-writer.ts';
import type { Contents } from '../archive/contents.ts';
import { archiveFormat, type Manifest } from '../archive/manifest.ts';
import { databaseFailure } from '../database-failure.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { catbVersion } from './catb-version.ts';
import { copyTables } from './copy-tables.ts';
import { readSequences, readMaterializedViews } from './read-others.ts';
import { takeSnapshot, type Snapshot } from './take-snapshot.ts';
import { writeRestoreScript } from './write-restore-script.ts';
import { writeSchema } from './write-schema.ts';

/** What can be chosen. */
export interface CreateOptions {
  /** The database, as the owner of its tables or a role that may read them all. */
  url: string;
  store: BackupStore;
  /** Public keys of age; none, the default, leaves the archive readable by whoever holds it. */
  recipients?: readonly string[];
  /** Connections that copy at the same time; default: the processors, 4 at most. */
  jobs?: number;
  /** Is told now and then how many bytes of rows were copied. */
  onProgress?: ((bytes: number) => void) | undefined;
}

/**
 * Makes a backup and returns its manifest. The database is read only; the time of the backup is
 * the database's own.
 *
 * @throws OperationsError `BACKUP_…`: then nothing is left that looks like a backup
 * @throws CatbError `DATABASE_UNREACHABLE`
 */
export async function createBackup(options: CreateOptions): Promise<Manifest> {
  const started = performance.now();
  return await withOwnConnection(options.url, 'catb backup', async (lead) => {
    let writer: ArchiveWriter | undefined;
    try {
      const snapshot = await takeSnapshot(lead, options.url);
      writer = new ArchiveWriter(options.store, newId(snapshot.takenAt), options.recipients ?? []);
      const manifest = await writeArchive(lead, snapshot, writer, options);
      await lead.query('commit');
      const whole = { ...manifest, seconds: (performance.now() - started) / 1_000 };
      await writer.finish(whole);
      return whole;
    } catch (error) {
      // What can't be removed now is found by prune: without a manifest it is no backup.
      await writer?.discard().catch(() => undefined);
      throw databaseFailure('BACKUP_FAILED', 'make the backup', error);
    }
  });
}

async function writeArchive(
  lead: pg.Client,
  snapshot: Snapshot,
  writer: ArchiveWriter,
  options: CreateOptions,
): Promise<Manifest> {
  const recipients = [...(options.recipients ?? [])];
  const sequences = await readSequences(lead);
  const materializedViews = await readMaterializedViews(lead);
  const catalog = Object.fromEntries(await readCatalog(lead, { role: () => false }));
  const tables = await copyTables(options.url, snapshot, writer, {
    jobs: Math.max(1, options.jobs ?? Math.min(4, availableParallelism())),
    onProgress: options.onProgress,
  });
  const contents: Contents = {
    owner: ownerOf(snapshot),
    migrations: snapshot.migrations.map(({ version }) => version),
    tables,
    sequences,
    materializedViews,
    catalog,
  };
  const text = (value: string) => once(Buffer.from(value));
  await writer.add('schema.sql', text(writeSchema(snapshot.migrations)));
  await writer.add('contents.json', text(JSON.stringify(contents)));
  const script = writeRestoreScript(writer.id, contents, recipients.length > 0);
  await writer.add('restore.sql', text(script), { plain: true });

  const counted = tables.map(({ name, parts }) => ({
    name,
    rows: sum(parts.map(({ rows }) => rows)),
  }));
  return {
    format: archiveFormat,
    id: writer.id,
    kind: 'portable',
    takenAt: snapshot.takenAt.toISOString(),
    seconds: 0,
    catb: catbVersion(),
    postgres: snapshot.postgres,
    database: snapshot.database,
    migrationVersion: snapshot.migrations.at(-1)?.version ?? '',
    compression: 'gzip',
    recipients,
    tables: counted,
    rows: sum(counted.map(({ rows }) => rows)),
    bytes: sum(writer.files.map(({ bytes }) => bytes)),
    files: [...writer.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    leftOut: snapshot.tables.flatMap(({ plainName, leftOut }) =>
      leftOut === undefined ? [] : [{ object: `table ${plainName}`, reason: leftOut }],
    ),
  };
}

/** Its time sorts it; the rest keeps two of one second apart. */
function newId(takenAt: Date): string {
  const time = takenAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}

/** Whoever owns most tables: a database of catb's has one owner. */
function ownerOf(snapshot: Snapshot): Contents['owner'] {
  const owned = snapshot.tables.filter(({ leftOut }) => leftOut === undefined);
  const counts = new Map<string, { owner: Contents['owner']; tables: number }>();
  for (const { owner } of owned) {
    const entry = counts.get(owner.name) ?? { owner, tables: 0 };
    counts.set(owner.name, { owner, tables: entry.tables + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.tables - a.tables);
  return most?.owner ?? { name: 'postgres', bypassesRls: false };
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);
