/** In charge of the connection that the commands of retention run on. */
import { openDatabase, type Database } from '@catb/database';
import { withDatabase, type DatabaseOption } from '../database-option.ts';

/** A plan reads every row that is due. */
const statementTimeoutMs = 3_600_000;

/** Runs with the database as its owner. */
export async function asOwner<Result>(
  options: DatabaseOption,
  run: (database: Database) => Promise<Result>,
): Promise<Result> {
  return await withDatabase(options, async ({ url }) => {
    const database = openDatabase({
      url,
      max: 1,
      applicationName: 'catb retention',
      statementTimeoutMs,
    });
    return await run(database).finally(() => database.close());
  });
}
