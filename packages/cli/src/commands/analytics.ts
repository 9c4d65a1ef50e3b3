/** `catb analytics`: the usage rollups, proved and brought up to date. */
import { CatbError, refreshUsage, verifyUsage, type UsageDifference } from '@catb/database';
import type { Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { showProgress } from '../show-progress.ts';

interface VerifyOptions extends DatabaseOption {
  from?: string;
  to?: string;
  repair?: boolean;
}

/** Adds `analytics`. */
export function addAnalyticsCommand(program: Command): void {
  const analytics = program
    .command('analytics')
    .description('prove the usage rollups, and bring them up to date');
  addVerify(analytics);
  addRefresh(analytics);
}

function addVerify(analytics: Command): void {
  const command = withDatabaseOption(
    analytics
      .command('verify')
      .description('compute every rollup of a range anew from the rows, and say what differs')
      .option(
        '--from <day>',
        'the first day, in UTC (default: that of the oldest session)',
        parseDay,
      )
      .option('--to <day>', 'the day after the last (default: tomorrow)', parseDay)
      .option('--repair', 'have what differs computed anew, and compare again'),
  );
  explain(command, {
    example: 'catb analytics verify --from 2026-11-01 --to 2026-12-01',
    exits: { findings: 'a rollup is not what the rows say' },
  });
  command.action(async ({ from, to, repair, ...options }: VerifyOptions) => {
    const progress = showProgress('Comparing', 1);
    const result = await withDatabase(options, ({ url }) =>
      verifyUsage({
        url,
        from,
        to,
        repair,
        onProgress: (day, days, ofDays) => progress.update(days / ofDays, day),
      }),
    ).finally(() => progress.stop());
    if (result.differences.length > 0) process.exitCode = 1;
    if (options.json) {
      console.log(JSON.stringify(result));
      return;
    }
    for (const difference of result.differences.slice(0, mostShown)) {
      console.log(describeDifference(difference));
    }
    const { days, differences, repaired, seconds } = result;
    if (differences.length > mostShown) {
      console.log(
        `… and ${(differences.length - mostShown).toLocaleString('en')} more; --json has them all.`,
      );
    }
    if (repaired > 0) console.log(`Repaired ${repaired.toLocaleString('en')} rollups.`);
    console.log(
      differences.length === 0
        ? `${days.toLocaleString('en')} days compared in ${seconds.toFixed(1)} s: every rollup is what the rows say.`
        : `${differences.length.toLocaleString('en')} rollups of ${days.toLocaleString('en')} days are not what the rows say. --repair computes them anew.`,
    );
  });
}

function addRefresh(analytics: Command): void {
  const command = withDatabaseOption(
    analytics
      .command('refresh')
      .description('bring rollups and views up to date now; a server that runs does it by itself'),
  );
  explain(command, { example: 'catb analytics refresh' });
  command.action(async (options: DatabaseOption) => {
    const progress = showProgress('Counting', undefined);
    const report = await withDatabase(options, ({ url }) =>
      refreshUsage({
        url,
        onProgress: (waiting) =>
          progress.update(0, `${waiting.toLocaleString('en')} quarters of an hour wait`),
      }),
    ).finally(() => progress.stop());
    if (options.json) console.log(JSON.stringify(report));
    else {
      const [quarters, days] = [report.quarters, report.days].map((n) => n.toLocaleString('en'));
      console.log(
        `Computed ${quarters} quarters of an hour and the sessions of ${days} days; views refreshed.`,
      );
    }
  });
}

const mostShown = 20;

function describeDifference({
  rollup,
  grain,
  startsAt,
  stored,
  computed,
}: UsageDifference): string {
  return (
    `${rollup}, ${grain} from ${startsAt.toISOString()}:\n` +
    `  stored   ${JSON.stringify(stored)}\n  computed ${JSON.stringify(computed)}`
  );
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  ) {
    return text;
  }
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: `${text} is not a day.`,
    hint: 'Write it as 2026-11-01.',
  });
}
