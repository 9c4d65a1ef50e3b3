/** In charge of proving a backup: a drill on a throw-away server, after which it is known to restore. */
import { createHash, randomBytes } from 'node:crypto';
import { withOwnConnection, withThrowAwayServer, type EmbeddedPostgres } from '@catb/database';
import pg from 'pg';
import { writeSealed } from '../archive/archive-writer.ts';
import type { Contents } from '../archive/contents.ts';
import type { Step } from '../archive/encryption.ts';
import { manifestPath, proofPath } from '../archive/manifest.ts';
import { readContents, readFile, type Archive } from '../archive/open-archive.ts';
import { restoreBackup, type RestoreReport } from '../restore/restore-backup.ts';
import { checkCatalog, checkRows, checkStorage } from './check-copy.ts';
import { checkFiles, type Problem } from './check-files.ts';

/** A restored copy, while it is there. */
export interface RestoredCopy {
  /** As the role that owns the tables. */
  url: string;
  superuserUrl: string;
}

/** What can be chosen. */
export interface VerifyOptions {
  archive: Archive;
  decrypt?: Step | undefined;
  /** What else is to hold of the restored copy, such as who reaches which rows. */
  alsoCheck?: ((copy: RestoredCopy) => Promise<Problem[]>) | undefined;
  /** Is told what is being done. */
  onStep?: ((doing: string) => void) | undefined;
}

/** What a drill found. */
export interface VerifyReport {
  id: string;
  /** Nothing is wrong: the backup is proven. */
  isProven: boolean;
  problems: Problem[];
  restored: RestoreReport | undefined;
  /** PostgreSQL's major that it was restored into. */
  major: number | undefined;
  provenAt: Date | undefined;
  seconds: number;
}

/**
 * Checks every byte, restores into a throw-away server of the same major where that is installed,
 * reads every row back, checks pages and indexes, and holds the schema against that of the database.
 * A proof is written beside the archive.
 *
 * @throws OperationsError `BACKUP_…`, `RESTORE_…`; EmbeddedError
 */
export async function verifyBackup(options: VerifyOptions): Promise<VerifyReport> {
  const { archive, onStep = () => undefined } = options;
  const started = performance.now();
  const report: VerifyReport = {
    id: archive.id,
    isProven: false,
    problems: [],
    restored: undefined,
    major: undefined,
    provenAt: undefined,
    seconds: 0,
  };
  onStep('checking every file');
  report.problems = await checkFiles(archive);
  if (report.problems.length === 0) {
    const contents = await readContents(archive, options.decrypt);
    const major = Number.parseInt(archive.manifest.postgres, 10);
    // Nothing of the source is on this server: a copy that needs it would fail here.
    await withThrowAwayServer({ major }, async (server) => {
      report.major = server.major;
      await drill(server, contents, options, report);
    });
  }
  report.isProven = report.problems.length === 0;
  if (report.isProven) {
    report.provenAt = new Date();
    const proof = { provenAt: report.provenAt.toISOString(), major: report.major };
    await writeSealed(archive.store, archive.id, proofPath, { ...proof, of: manifestPath });
  }
  report.seconds = (performance.now() - started) / 1_000;
  return report;
}

async function drill(
  server: EmbeddedPostgres,
  contents: Contents,
  { archive, decrypt, alsoCheck, onStep = () => undefined }: VerifyOptions,
  report: VerifyReport,
): Promise<void> {
  onStep('restoring');
  const copy = await makeTarget(server, contents);
  report.restored = await restoreBackup({ archive, decrypt, url: copy.url });

  onStep('reading every row back');
  const digests = await digestParts(archive, contents, decrypt);
  await withOwnConnection(copy.superuserUrl, 'catb verify', async (superuser) => {
    report.problems.push(...(await checkRows(superuser, contents.tables, digests)));
    onStep('checking pages and indexes');
    report.problems.push(...(await checkStorage(superuser)));
    onStep('comparing the schema');
    // Another major spells some definitions in its own way.
    const isSameMajor = server.major === Number.parseInt(archive.manifest.postgres, 10);
    if (isSameMajor) report.problems.push(...(await checkCatalog(superuser, contents)));
  });
  if (alsoCheck === undefined) return;
  onStep('trying who reaches which rows');
  report.problems.push(...(await alsoCheck(copy)));
}

/** A database of a role that is called as the owner is, and may no more than it. */
async function makeTarget(server: EmbeddedPostgres, contents: Contents): Promise<RestoredCopy> {
  const { name, bypassesRls } = contents.owner;
  const isThere = new URL(server.url).username === name;
  if (isThere) return { url: server.url, superuserUrl: server.superuserUrl };
  const [url, superuserUrl] = [new URL(server.url), new URL(server.superuserUrl)];
  const password = randomBytes(16).toString('hex');
  await withOwnConnection(server.superuserUrl, 'catb verify', async (superuser) => {
    const role = pg.escapeIdentifier(name);
    const { rows } = await superuser.query('select from pg_roles where rolname = $1', [name]);
    const rights = `login createrole ${bypassesRls ? '' : 'no'}bypassrls password '${password}'`;
    await superuser.query(`${rows.length > 0 ? 'alter' : 'create'} role ${role} with ${rights}`);
    await superuser.query(`create database catb_drill owner ${role} template template0`);
  });
  url.username = encodeURIComponent(name);
  url.password = password;
  url.pathname = superuserUrl.pathname = '/catb_drill';
  return { url: url.href, superuserUrl: superuserUrl.href };
}

/** SHA-256 over a table's parts one after the other. */
async function digestParts(
  archive: Archive,
  contents: Contents,
  decrypt: Step | undefined,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { name, parts } of contents.tables) {
    const hash = createHash('sha256');
    for (const { path } of parts) {
      for await (const chunk of readFile(archive, path, decrypt)) hash.update(chunk);
    }
    digests.set(name, hash.digest('hex'));
  }
  return digests;
}
