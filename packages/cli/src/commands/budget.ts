/** `catb budget`: what calls of models may cost. */
import {
  analyticsBudgets,
  CatbError,
  removeBudget,
  setBudget,
  type BudgetAction,
  type BudgetPeriod,
  type BudgetStanding,
} from '@catb/database';
import { Option, type Command } from 'commander';
import { asOwner } from '../as-owner.ts';
import { withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';

const connection = { applicationName: 'catb budget' };

interface SetOptions extends DatabaseOption {
  daily?: string;
  monthly?: string;
  timezone?: string;
  atLimit?: BudgetAction;
}

interface RemoveOptions extends DatabaseOption {
  daily?: boolean;
  monthly?: boolean;
}

/** Adds `budget set`, `show` and `remove`. */
export function addBudgetCommand(program: Command): void {
  const budget = program
    .command('budget')
    .description('limit what calls of models cost, by the day and by the month');

  const set = withDatabaseOption(
    budget
      .command('set')
      .description('set a limit; what is left out stays as it was')
      .option('--daily <usd>', 'US dollars for a day', parseSum)
      .option('--monthly <usd>', 'US dollars for a month', parseSum)
      .option('--timezone <name>', 'where days and months begin at midnight (first: UTC)')
      .addOption(
        new Option('--at-limit <action>', 'what happens at 100 % (first: warn)').choices([
          'warn',
          'offline-guide',
          'refuse',
        ]),
      ),
  );
  explain(set, {
    example: 'catb budget set --daily 5 --monthly 100 --timezone Europe/Berlin --at-limit refuse',
    exits: { fine: 'it is set' },
  });
  set.action(async ({ daily, monthly, timezone, atLimit, ...options }: SetOptions) => {
    const limits = periods(daily, monthly, '--daily 5');
    await asOwner(options, connection, async (database) => {
      for (const [period, limitUsd] of limits) {
        await setBudget(database, { period, limitUsd, timezone, atLimit });
      }
      print(await analyticsBudgets(database), options.json);
    });
  });

  const show = withDatabaseOption(
    budget.command('show').description('say how much of each budget is spent'),
  );
  explain(show, { example: 'catb budget show', exits: { fine: 'it is said, spent or not' } });
  show.action((options: DatabaseOption) =>
    asOwner(options, connection, async (database) =>
      print(await analyticsBudgets(database), options.json),
    ),
  );

  const remove = withDatabaseOption(
    budget
      .command('remove')
      .description('remove a limit')
      .option('--daily', 'that of the day')
      .option('--monthly', 'that of the month'),
  );
  explain(remove, { example: 'catb budget remove --daily', exits: { fine: 'it is not there' } });
  remove.action(async ({ daily, monthly, ...options }: RemoveOptions) => {
    const meant = periods(daily, monthly, '--daily');
    await asOwner(options, connection, async (database) => {
      for (const [period] of meant) await removeBudget(database, period);
      print(await analyticsBudgets(database), options.json);
    });
  });
}

/** Each period that something was given for; one at least. */
function periods<Value>(
  daily: Value | undefined,
  monthly: Value | undefined,
  example: string,
): [BudgetPeriod, Value][] {
  if (daily === undefined && monthly === undefined) {
    throw new CatbError({
      code: 'COMMAND_INVALID',
      message: 'Neither the day nor the month is named.',
      hint: `Say which: ${example}, or the same with --monthly.`,
    });
  }
  const given: [BudgetPeriod, Value | undefined][] = [
    ['day', daily],
    ['month', monthly],
  ];
  return given.filter((entry): entry is [BudgetPeriod, Value] => entry[1] !== undefined);
}

function parseSum(text: string): string {
  if (/^\d{1,12}(\.\d{1,12})?$/.test(text) && Number(text) > 0) return text;
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: `${JSON.stringify(text)} is not a sum of US dollars above zero.`,
    hint: 'Give one such as 5 or 0.50.',
  });
}

function print(budgets: readonly BudgetStanding[], asJson: boolean | undefined): void {
  if (asJson) {
    console.log(JSON.stringify({ budgets }));
    return;
  }
  if (budgets.length === 0) console.log('There is no budget.');
  for (const { period, limitUsd, spentUsd, share, timezone, periodEnd, ...rest } of budgets) {
    const { atLimit, unknownCalls } = rest;
    console.log(
      `${period}: ${spentUsd} of ${limitUsd} US dollars spent (${(share * 100).toFixed(1)} %), ` +
        `until ${periodEnd.toISOString()} (midnight in ${timezone}). At the limit: ${atLimit}.`,
    );
    if (unknownCalls > 0)
      console.log(
        `  Calls whose cost is unknown: ${unknownCalls}. The budget does not see them; give the model a price.`,
      );
  }
}
