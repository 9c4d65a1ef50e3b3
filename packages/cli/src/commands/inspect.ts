/** `catb inspect`: everything a database consists of. */
import { writeFile } from 'node:fs/promises';
import {
  compareObjects,
  createPaint,
  findDrift,
  findRelation,
  inspectDatabase,
  listObjects,
  readActivity,
  readSnapshotFile,
  renderActivity,
  renderDifference,
  renderRelation,
  renderSummary,
  serializeSnapshot,
  toSnapshot,
  withTarget,
  type ObjectDifference,
  type Target,
} from '@catb/engineer';
import type { Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';

interface Options extends DatabaseOption {
  table?: string;
  activity?: true;
  snapshot?: string;
  compare?: string;
  drift?: true;
  directory?: string;
}

const paint = createPaint(Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']);

/** Adds `inspect`. */
export function addInspectCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('inspect')
      .description('show tables, keys, indexes, policies, grants, sizes, activity and drift')
      .option('--table <name>', 'one table or view in full')
      .option('--activity', 'what goes on right now: sessions, locks, long transactions')
      .option('--snapshot <file>', 'write the part that does not change by itself, for --compare')
      .option('--compare <file>', 'how the schema differs from a snapshot; status 1 if it does')
      .option(
        '--drift',
        'how the schema differs from what the migrations make; status 1 if it does',
      )
      .option('--directory <folder>', 'the supabase folder of --drift (default: the one of catb)'),
  ).action((options: Options) =>
    withDatabase(options, ({ url }) => withTarget(url, (target) => run(target, options))),
  );
  explain(command, {
    example: 'catb inspect --table public.messages',
    exits: { findings: 'it differs from the snapshot or from the migrations, or it failed' },
  });
}

async function run(target: Target, options: Options): Promise<void> {
  if (options.drift) return await showDrift(target, options);
  if (options.activity) {
    const activity = await readActivity(target);
    return print(options, activity, () => renderActivity(activity, paint));
  }
  const inspection = await inspectDatabase(target);
  if (options.snapshot !== undefined) {
    await writeFile(options.snapshot, serializeSnapshot(toSnapshot(inspection)));
    return print(options, { snapshot: options.snapshot }, () => `Wrote ${options.snapshot}.`);
  }
  if (options.compare !== undefined) {
    const before = await readSnapshotFile(options.compare);
    const differences = compareObjects(listObjects(before), listObjects(toSnapshot(inspection)));
    return showDifferences(options, differences, { differences }, 'The schema is the same.');
  }
  if (options.table !== undefined) {
    const relation = findRelation(inspection, options.table);
    return print(options, relation, () => renderRelation(relation, inspection, paint));
  }
  print(options, inspection, () => renderSummary(inspection, paint));
}

async function showDrift(target: Target, options: Options): Promise<void> {
  const { directory } = options;
  const drift = await findDrift(target, { directory, log: (line) => console.error(line) });
  if (!options.json) {
    for (const { version, name, state } of drift.migrations) {
      console.log(`migration ${version}_${name}: ${state}`);
    }
  }
  showDifferences(options, drift.differences, drift, 'The schema is what the migrations make.');
  if (!drift.ok) process.exitCode = exitCodes.findings;
}

function showDifferences(
  options: Options,
  differences: readonly ObjectDifference[],
  document: object,
  same: string,
): void {
  print(options, document, () =>
    differences.length === 0
      ? same
      : differences
          .flatMap(renderDifference)
          .map((line) => (line.startsWith('-') ? paint.bad(line) : paint.good(line)))
          .join('\n'),
  );
  if (differences.length > 0) process.exitCode = exitCodes.findings;
}

function print(options: Options, document: object, render: () => string): void {
  console.log(options.json ? JSON.stringify(document) : render().trimEnd());
}
