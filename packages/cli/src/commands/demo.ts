/** `catb demo`: months of plausible traffic, for a dashboard to look at, and its removal. */
import { createDemo, removeDemo, type DemoReport } from '@catb/database';
import { InvalidArgumentError, type Command } from 'commander';
import { openConversationFile } from '../conversation-file.ts';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { showProgress } from '../show-progress.ts';

interface CreateOptions extends DatabaseOption {
  months: number;
  sessionsPerDay: number;
  seed: number;
  from?: string;
  confirm?: string;
}

/** Adds `demo create`, which `demo` alone means as well, and `demo remove`. */
export function addDemoCommand(program: Command): void {
  const demo = program
    .command('demo')
    .description('fill a database with months of plausible traffic, and remove it again');
  const create = demo
    .command('create', { isDefault: true })
    .description('fill the database; `catb demo` alone does the same');
  explain(withDatabaseOption(create), {
    example: 'catb demo create --months 6 --sessions-per-day 40',
    exits: { findings: 'there is a demo already, or people use this database' },
  })
    .option('--months <n>', 'months up to now', wholeNumber(1, 60), 6)
    .option('--sessions-per-day <n>', 'on average', wholeNumber(1, 5_000), 40)
    .option('--seed <n>', 'of the chance in it', wholeNumber(0, 2_147_483_647), 1)
    .option(
      '--from <file>',
      'conversations to make it of, as catb import takes them (default: those imported, else catb’s own)',
    )
    .option(
      '--confirm <database>',
      'the database’s name, to fill one that has more than 100 real sessions (default: none)',
    )
    .action(runCreate);
  explain(
    withDatabaseOption(
      demo
        .command('remove')
        .description('remove the demo, its prices, and what it added to the sums'),
    ),
    { example: 'catb demo remove', exits: { fine: 'it is removed, or there was none' } },
  ).action(runRemove);
}

async function runCreate(options: CreateOptions): Promise<void> {
  const { months, sessionsPerDay, seed, from, confirm } = options;
  const conversations = from === undefined ? undefined : openConversationFile(from).input;
  const progress = showProgress('Making the demo', 1);
  const report = await withDatabase(options, ({ url }) =>
    createDemo({
      url,
      months,
      sessionsPerDay,
      seed,
      conversations,
      confirmedDatabase: confirm,
      onProgress({ sessions, turns, ofSessions, quartersWaiting }) {
        const text =
          quartersWaiting === null
            ? `${shown(sessions)} sessions, ${shown(turns)} turns`
            : `counting, ${shown(quartersWaiting)} quarters of an hour to go`;
        progress.update(Math.min(1, sessions / ofSessions), text);
      },
    }),
  ).finally(() => progress.stop());
  console.log(options.json ? JSON.stringify(report) : describe(report));
}

async function runRemove(options: DatabaseOption): Promise<void> {
  const progress = showProgress('Removing the demo', undefined);
  const removal = await withDatabase(options, ({ url }) =>
    removeDemo({
      url,
      onProgress: (waiting) =>
        progress.update(0, `counting anew, ${shown(waiting)} quarters of an hour to go`),
    }),
  ).finally(() => progress.stop());
  const { sessions, messages, seconds } = removal;
  if (options.json) console.log(JSON.stringify(removal));
  else if (sessions === 0) console.log('There is no demo in this database.');
  else {
    console.log(
      `Removed the demo: ${shown(sessions)} sessions with ${shown(messages)} messages, in ${seconds.toFixed(1)} s.`,
    );
  }
}

const origins: Readonly<Record<DemoReport['origin'], string>> = {
  file: 'the file’s conversations',
  imported: 'the conversations that were imported',
  own: 'conversations of catb’s own',
};

function describe({ sessions, turns, origin, from, to, seconds }: DemoReport): string {
  const days = `${from.toISOString().slice(0, 10)} to ${to.toISOString().slice(0, 10)}`;
  return [
    `Made a demo of ${origins[origin]}: ${shown(sessions)} sessions with ${shown(turns)} turns, ` +
      `${days}, in ${seconds.toFixed(1)} s.`,
    'Remove it with: catb demo remove',
  ].join('\n');
}

function shown(count: number): string {
  return count.toLocaleString('en');
}

/** A whole number from `least` to `most`. */
function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
    if (value < least || value > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
    return value;
  };
}
