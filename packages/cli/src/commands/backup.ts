/** `catb backup`: create, list, verify, restore and prune. */
import {
  createBackup,
  findBackup,
  listBackups,
  openStore,
  pruneBackups,
  restoreBackup,
  verifyBackup,
} from '@catb/operations';
import { InvalidArgumentError, type Command } from 'commander';
import {
  describeBackup,
  describeDrill,
  describeListed,
  inMegabytes,
} from '../backup/describe-backup.ts';
import { readIdentity } from '../backup/read-identity.ts';
import { noteUnrecorded, record } from '../backup/record.ts';
import { tryCopy } from '../backup/try-copy.ts';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';

interface IdentityOption {
  identity?: string;
}

interface CreateOptions extends DatabaseOption {
  to: string;
  recipient?: string[];
  jobs?: number;
}

interface VerifyOptions extends DatabaseOption, IdentityOption {
  record: boolean;
}

interface RestoreOptions extends DatabaseOption, IdentityOption {
  overwrite?: string;
}

interface PruneOptions {
  daily: number;
  weekly: number;
  monthly: number;
  dryRun?: boolean;
  json?: boolean;
}

const place = 'a folder, or s3://bucket/prefix';
const json = ['--json', 'print one JSON document, for programs'] as const;

/** Adds `backup create`, `list`, `verify`, `restore` and `prune`. */
export function addBackupCommand(program: Command): void {
  const backup = program.command('backup').description('make, prove and restore backups');
  const add = (usage: string, description: string) =>
    backup.command(usage).description(description);

  explain(withDatabaseOption(add('create', 'make a backup')), {
    example: 'catb backup create --to backups --recipient age1…',
  })
    .requiredOption('--to <place>', place)
    .option('--recipient <key>', 'encrypt to this public key of age; may be repeated', collect)
    .option('--jobs <n>', 'connections that copy at the same time', wholeNumber)
    .action(create);

  explain(add('list <place>', 'list the finished backups, newest first').option(...json), {
    example: 'catb backup list s3://backups/mu',
    exits: {
      findings: 'the place can not be read, or the manifest of a backup',
      unreachable: null,
    },
  }).action(list);

  explain(
    withDatabaseOption(
      add(
        'verify <place> [id]',
        'prove a backup: restore it into a throw-away server and look it over',
      ),
    ),
    {
      example: 'catb backup verify backups --identity key.txt',
      exits: { fine: 'it is proven', findings: 'something is wrong with it', unreachable: null },
    },
  )
    .option('--identity <file>', 'the file with the age identity that opens it')
    .option('--no-record', 'do not write the proof into the database')
    .action(verify);

  explain(
    withDatabaseOption(add('restore <place> [id]', 'restore a backup (default: the newest)')),
    {
      example: 'catb backup restore backups --db-url postgresql://postgres@127.0.0.1:5432/empty',
      exits: { findings: 'it could not be restored; nothing was changed' },
    },
  )
    .option('--identity <file>', 'the file with the age identity that opens it')
    .option('--overwrite <database>', 'replace the rows of the database of this name')
    .action(restore);

  explain(add('prune <place>', 'remove backups that are kept no longer').option(...json), {
    example: 'catb backup prune backups --dry-run',
    exits: { unreachable: null },
  })
    .option('--daily <n>', 'days of which the newest backup is kept', wholeNumber, 7)
    .option('--weekly <n>', 'weeks of which the newest backup is kept', wholeNumber, 4)
    .option('--monthly <n>', 'months of which the newest backup is kept', wholeNumber, 12)
    .option('--dry-run', 'say what would be removed, and remove nothing')
    .action(prune);
}

async function create({ to, recipient, jobs, ...options }: CreateOptions): Promise<void> {
  const store = openStore(to);
  const progress = showProgress('Backing up', undefined);
  const manifest = await withDatabase(options, async ({ url }) => {
    const made = await createBackup({
      url,
      store,
      recipients: recipient ?? [],
      ...(jobs === undefined ? {} : { jobs }),
      onProgress: (bytes) => progress.update(0, inMegabytes(bytes)),
    }).finally(() => progress.stop());
    await record(url, made, store.location);
    return made;
  });
  console.log(options.json ? JSON.stringify(manifest) : describeBackup(manifest));
}

async function list(from: string, options: { json?: boolean }): Promise<void> {
  const listed = await listBackups(openStore(from));
  if (options.json) console.log(JSON.stringify(listed));
  else if (listed.length === 0) console.log('No finished backup.');
  else for (const each of listed) console.log(describeListed(each));
  if (listed.some(({ problem }) => problem !== undefined)) process.exitCode = exitCodes.findings;
}

async function verify(from: string, id: string | undefined, options: VerifyOptions): Promise<void> {
  const store = openStore(from);
  const archive = await findBackup(store, id);
  const report = await verifyBackup({
    archive,
    decrypt: readIdentity(options.identity),
    alsoCheck: tryCopy,
    onStep: (doing) => console.error(`${doing} …`),
  });
  if (report.isProven && options.record) {
    await withDatabase(options, ({ url }) =>
      record(url, archive.manifest, store.location, true),
    ).catch(noteUnrecorded);
  }
  console.log(options.json ? JSON.stringify(report) : describeDrill(report));
  if (!report.isProven) process.exitCode = exitCodes.findings;
}

async function restore(
  from: string,
  id: string | undefined,
  options: RestoreOptions,
): Promise<void> {
  const archive = await findBackup(openStore(from), id);
  const progress = showProgress('Restoring', undefined);
  const report = await withDatabase(options, ({ url }) =>
    restoreBackup({
      archive,
      url,
      decrypt: readIdentity(options.identity),
      overwrite: options.overwrite,
      onProgress: (bytes) => progress.update(0, inMegabytes(bytes)),
    }),
  ).finally(() => progress.stop());
  if (options.json) console.log(JSON.stringify(report));
  else {
    console.log(
      `Restored ${report.id}: ${report.tables} tables with ${report.rows.toLocaleString('en')} rows, in ${report.seconds.toFixed(1)} s.`,
    );
  }
}

async function prune(from: string, { dryRun = false, ...options }: PruneOptions): Promise<void> {
  const { daily, weekly, monthly } = options;
  const store = openStore(from);
  const report = await pruneBackups({ store, keep: { daily, weekly, monthly }, dryRun });
  if (options.json) {
    console.log(JSON.stringify(report));
    return;
  }
  const did = dryRun ? 'would remove' : 'removed';
  for (const each of report.removed) console.log(`${did} ${each}`);
  for (const each of report.unfinished) console.log(`${did} ${each}, which was never finished`);
  for (const each of report.unreadable) console.log(`left ${each}: its manifest can not be read`);
  console.log(`Kept ${report.kept.length}.`);
}

const collect = (text: string, before: string[] = []): string[] => [...before, text];

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}
