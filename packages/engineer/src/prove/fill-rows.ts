/** In charge of the rows that a migration is proved with: made up, or taken from somewhere. */
import { withClient } from '../copy/with-client.ts';
import { generateRows } from '../rows/generate-rows.ts';
import type { Bench } from './run-script.ts';

/** What is there to prove with. */
export interface FilledRows {
  rows: number;
  /** Where they come from, in words. */
  from: string;
  /** Tables that have no rows, and why, in sentences. */
  problems: string[];
}

const groups = 3;
const rowsPerGroup = 6;

async function generate(superuserUrl: string, seed: number): Promise<FilledRows> {
  const { tables } = await withClient(superuserUrl, (client) =>
    generateRows(client, { groups, rowsPerGroup, seed }),
  );
  const quoted = ({ schema, table }: { schema: string; table: string }): string =>
    `${schema}.${table}`;
  return {
    // A row of a partition is told under its parents too, but lies in one place.
    rows: new Set(tables.flatMap((each) => each.rows.map(({ ctid }) => `${quoted(each)} ${ctid}`)))
      .size,
    from: 'made up to satisfy every constraint',
    problems: tables
      .filter(({ problem }) => problem !== null)
      .map((each) => `Rows of ${quoted(each)}: ${each.problem ?? ''}`),
  };
}

/** Fills every table of the database. */
export async function fillRows(bench: Bench): Promise<FilledRows> {
  return await generate(bench.superuserUrl, 1);
}

/** Writes more rows into a database that has some, under whatever schema it has now. */
export async function plantRows(bench: Bench): Promise<FilledRows> {
  return await generate(bench.superuserUrl, 2);
}
