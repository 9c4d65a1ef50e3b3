/** `catb retention plan`: what a run would remove now. */
import { planRetention, type PlannedRemoval } from '@catb/database';
import type { Command } from 'commander';
import { asOwner } from '../as-owner.ts';
import { withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { connection } from './connection.ts';
import { describeDays } from './keep-days.ts';

/** Adds it. */
export function addPlanCommand(retention: Command): void {
  const plan = withDatabaseOption(
    retention
      .command('plan')
      .description('say exactly what a run would remove now, and how much space comes back'),
  );
  explain(plan, {
    example: 'catb retention plan',
    exits: { fine: 'it is said; nothing was changed' },
  });
  plan.action((options: DatabaseOption) =>
    asOwner(options, connection, async (database) => {
      const removals = await planRetention(database);
      if (options.json) console.log(JSON.stringify({ removals, bytes: totalBytes(removals) }));
      else print(removals);
    }),
  );
}

const totalBytes = (removals: readonly PlannedRemoval[]) =>
  removals.reduce((sum, { bytes }) => sum + bytes, 0);

function print(removals: readonly PlannedRemoval[]): void {
  if (removals.length === 0) {
    console.log('There is no policy: nothing is removed. catb retention set makes one.');
    return;
  }
  let policy = '';
  for (const removal of removals) {
    const { data, category, keepDays, table, rows, bytes } = removal;
    const heading = `${data}, ${category}, ${describeDays(keepDays)}`;
    if (heading !== policy) console.log(`${heading}: ${describeSessions(removal)}`);
    policy = heading;
    if (rows > 0) console.log(`  ${table}: ${count(rows, 'row')}, ${inMegabytes(bytes)}`);
  }
  console.log(
    `${inMegabytes(totalBytes(removals))} come back: rows as they are stored, and their share of the indexes.`,
  );
}

function describeSessions({ sessions, oldest, newest, heldSessions }: PlannedRemoval): string {
  const held = heldSessions ? `; ${count(heldSessions, 'session')} kept by a legal hold` : '';
  if (oldest === null || newest === null) return `nothing is due${held}`;
  const what = sessions === null ? 'entries' : `${count(sessions, 'session')}, last active`;
  return `${what} from ${oldest.toISOString()} to ${newest.toISOString()}${held}`;
}

const count = (many: number, what: string) =>
  `${many.toLocaleString('en')} ${what}${many === 1 ? '' : 's'}`;

const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
