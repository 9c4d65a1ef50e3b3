/** `catb retention run`: remove what is due. */
import { CatbError } from '@catb/database';
import { runRetention, type RetentionReport } from '@catb/operations';
import type { Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { showProgress } from '../show-progress.ts';

interface RunOptions extends DatabaseOption {
  maxSeconds?: number;
  trustClock?: boolean;
}

/** Adds it. */
export function addRunCommand(retention: Command): void {
  const run = withDatabaseOption(
    retention
      .command('run')
      .description('remove what is due, in batches that leave room for turns')
      .option('--max-seconds <n>', 'end after so long; the next run goes on', wholeSeconds)
      .option('--trust-clock', 'go on although the clock of the database may be ahead'),
  );
  explain(run, {
    example: 'catb retention run --max-seconds 3600',
    exits: {
      fine: 'what was due is gone, or as much as there was time for',
      findings: 'it failed, another run is at work, or the clock may be ahead',
    },
  });
  run.action(async ({ maxSeconds, trustClock, ...options }: RunOptions) => {
    const progress = showProgress('Removing', undefined);
    const report = await withDatabase(options, ({ url }) =>
      runRetention({
        url,
        maxSeconds,
        trustClock,
        onProgress: (removed) => progress.update(0, describeRows(removed)),
      }),
    ).finally(() => progress.stop());
    console.log(options.json ? JSON.stringify(report) : describeReport(report));
  });
}

function describeReport({ removed, batches, longestBatchMs, complete, seconds }: RetentionReport) {
  const rows = describeRows(removed);
  const took = `in ${batches.toLocaleString('en')} batches, the longest of ${Math.ceil(longestBatchMs)} ms, in ${seconds.toFixed(1)} s`;
  return `${rows === '' ? 'Nothing was due' : `Removed ${rows}`}, ${took}.${complete ? '' : ' The time was up: run it again for the rest.'}`;
}

const describeRows = (removed: Readonly<Record<string, number>>): string =>
  Object.entries(removed)
    .filter(([, rows]) => rows > 0)
    .map(([table, rows]) => `${rows.toLocaleString('en')} ${table.replaceAll('_', ' ')}`)
    .join(', ');

function wholeSeconds(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: `${JSON.stringify(text)} is not a number of seconds.`,
    hint: 'Give a whole number from 1 on.',
  });
}
