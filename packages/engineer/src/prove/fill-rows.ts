/** In charge of the rows that a migration is proved with: made up, or taken from somewhere. */
import { withClient } from '../copy/with-client.ts';
import { generateRows } from '../rows/generate-rows.ts';
import type { RowOptions } from '../rows/generated-rows.ts';
import { countOf } from './format.ts';
import { readFillable } from './real-rows/fillable.ts';
import { readFromDatabase } from './real-rows/read-from-database.ts';
import { readFromFile } from './real-rows/read-from-file.ts';
import { storeRealRows, type StoredTable } from './real-rows/store-real-rows.ts';
import type { Bench } from './run-script.ts';

/** What is there to prove with. */
export interface FilledRows {
  rows: number;
  /** Where they come from, in words. */
  from: string;
  /** Tables that have no rows, and why, in sentences. */
  problems: string[];
}

const first: RowOptions = { groups: 3, rowsPerGroup: 6, seed: 1 };
/** One of each profile for two tenants: more of them took a quarter of the whole proof. */
const planted: RowOptions = { groups: 2, rowsPerGroup: 4, seed: 2 };

async function generate(superuserUrl: string, options: RowOptions): Promise<FilledRows> {
  const { tables } = await withClient(superuserUrl, (client) => generateRows(client, options));
  const nameOf = ({ schema, table }: { schema: string; table: string }): string =>
    `${schema}.${table}`;
  // A row of a partition is told under its parents too: those have no place of their own.
  const places = tables.flatMap((each) => each.rows.map(({ ctid }) => `${nameOf(each)} ${ctid}`));
  return {
    rows: new Set(places).size,
    from: 'made up to satisfy every constraint',
    problems: tables
      .filter(({ problem }) => problem !== null)
      .map((each) => `Rows of ${nameOf(each)}: ${each.problem ?? ''}`),
  };
}

async function takeReal(superuserUrl: string, from: string): Promise<FilledRows> {
  return await withClient(superuserUrl, async (client) => {
    const { tables, foreignKeys } = await readFillable(client);
    const isAddress = /^postgres(ql)?:\/\//.test(from);
    const { rows, cutAt } = isAddress
      ? { rows: await readFromDatabase(from, tables, foreignKeys), cutAt: null }
      : await readFromFile(from, tables);
    const stored = await storeRealRows(client, rows, tables, foreignKeys);
    return {
      rows: stored.reduce((sum, each) => sum + each.stored, 0),
      from: isAddress ? 'real ones, a sample of a database' : 'real ones, from a file',
      problems: [
        ...(cutAt === null ? [] : [`The file of real rows was read up to line ${cutAt - 1}.`]),
        ...stored.flatMap(tellStored),
      ],
    };
  });
}

function tellStored({ table, stored, refused }: StoredTable): string[] {
  return [
    ...(stored === 0 ? [`There are no real rows of ${table}: nothing was proved with any.`] : []),
    ...(refused > 0
      ? [`${countOf(refused, 'real row')} of ${table} did not fit into the copy.`]
      : []),
  ];
}

/**
 * Fills every table of the database.
 *
 * @param from the address of a database, or a file; undefined to make rows up
 * @throws EngineerError ROWS_UNREADABLE, and what connecting to a database throws
 */
export async function fillRows(bench: Bench, from: string | undefined): Promise<FilledRows> {
  return from === undefined
    ? await generate(bench.superuserUrl, first)
    : await takeReal(bench.superuserUrl, from);
}

/** Writes more rows into a database that has some, under whatever schema it has now. */
export async function plantRows(bench: Bench): Promise<FilledRows> {
  return await generate(bench.superuserUrl, planted);
}
