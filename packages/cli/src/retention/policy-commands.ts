/** `catb retention set`, `list` and `remove`: the policies. */
import {
  listRetentionPolicies,
  removeRetentionPolicy,
  setRetentionPolicy,
  type Database,
  type RetainedData,
  type RetentionCategory,
} from '@catb/database';
import { Argument, Option, type Command } from 'commander';
import { asOwner } from '../as-owner.ts';
import { withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { connection } from './connection.ts';
import { describeDays, parseKeep } from './keep-days.ts';

interface CategoryOption extends DatabaseOption {
  category: RetentionCategory;
}

interface SetOptions extends CategoryOption {
  keep: number | null;
}

const dataArgument = () =>
  new Argument('<data>', 'what it is about').choices([
    'sessions',
    'feedback',
    'preferences',
    'audit_log',
  ] satisfies RetainedData[]);
const categoryOption = () =>
  new Option('--category <category>', 'of sessions whose gravest message was of this category')
    .choices([
      'emergency',
      'urgent',
      'routine',
      'behavioral',
      'other',
    ] satisfies RetentionCategory[])
    .default('other', 'every other');

/** Adds the three. */
export function addPolicyCommands(retention: Command): void {
  const set = withDatabaseOption(
    retention
      .command('set')
      .description('say how long data is kept; removes nothing by itself')
      .addArgument(dataArgument())
      .requiredOption(
        '--keep <time>',
        'since the last activity: "90 days", "10 years", forever',
        parseKeep,
      )
      .addOption(categoryOption()),
  );
  explain(set, {
    example: 'catb retention set sessions --keep "10 years" --category emergency',
    exits: { fine: 'it is set' },
  });
  set.action((data: RetainedData, { keep, category, ...options }: SetOptions) =>
    asOwner(options, connection, async (database) => {
      await setRetentionPolicy(database, { data, category, keepDays: keep });
      await print(database, options.json);
    }),
  );

  const list = withDatabaseOption(retention.command('list').description('list the policies'));
  explain(list, { example: 'catb retention list', exits: { fine: 'they are listed' } });
  list.action((options: DatabaseOption) =>
    asOwner(options, connection, (database) => print(database, options.json)),
  );

  const remove = withDatabaseOption(
    retention
      .command('remove')
      .description('remove a policy; its category falls under that of every other')
      .addArgument(dataArgument())
      .addOption(categoryOption()),
  );
  explain(remove, {
    example: 'catb retention remove feedback',
    exits: { fine: 'it is not there' },
  });
  remove.action((data: RetainedData, { category, ...options }: CategoryOption) =>
    asOwner(options, connection, async (database) => {
      await removeRetentionPolicy(database, data, category);
      await print(database, options.json);
    }),
  );
}

async function print(database: Database, asJson: boolean | undefined): Promise<void> {
  const policies = await listRetentionPolicies(database);
  if (asJson) {
    console.log(JSON.stringify({ policies }));
    return;
  }
  if (policies.length === 0) console.log('There is no policy: nothing is removed.');
  for (const { data, category, keepDays, setAt, setBy } of policies) {
    console.log(
      `${data}, ${category}: ${describeDays(keepDays)} (set by ${setBy} on ${setAt.toISOString().slice(0, 10)})`,
    );
  }
}
