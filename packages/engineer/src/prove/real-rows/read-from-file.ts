/** In charge of rows from a file: one `{"table", "row"}` as JSON on each line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { EngineerError } from '../../errors.ts';
import type { FillableTable, JsonRows } from './fillable.ts';

const lineShape = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });

/** More would tell nothing new. */
const mostLines = 20_000;

/** What a file holds. */
export interface FileRows {
  rows: JsonRows;
  /** The line on which reading ended early; null when all of it was read. */
  cutAt: number | null;
}

function unreadable(file: string, details: string, cause?: unknown): EngineerError {
  return new EngineerError({
    code: 'ROWS_UNREADABLE',
    message: `The rows could not be read from ${file}.`,
    details,
    hint: 'Each line is a JSON object {"table": "public.orders", "row": {"id": 1}}.',
    cause,
  });
}

/** `public.orders` for `orders`, `"public"."orders"` and what else means it. */
function tableFinder(
  tables: readonly FillableTable[],
): (name: string) => FillableTable | undefined {
  const bare = (name: string): string => name.replaceAll('"', '');
  return (name) =>
    tables.find((table) =>
      [bare(table.name), bare(table.name).replace(/^public\./, '')].includes(bare(name)),
    );
}

/** Adds the row of one line. */
function addLine(
  rows: JsonRows,
  line: string,
  find: ReturnType<typeof tableFinder>,
): { wrong: string } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { wrong: 'is no JSON' };
  }
  const parsed = lineShape.safeParse(json);
  if (!parsed.success) return { wrong: 'has no "table" and "row"' };
  const { table: named, row } = parsed.data;
  const table = find(named);
  if (table === undefined) return { wrong: `names a table that is not there: ${named}` };
  const known = [...table.columns, ...table.generated];
  const stray = Object.keys(row).find((column) => !known.includes(column));
  if (stray !== undefined)
    return { wrong: `names a column that ${table.name} does not have: ${stray}` };
  const there = rows.get(table.name);
  if (there === undefined) rows.set(table.name, [row]);
  else there.push(row);
  return undefined;
}

/**
 * Reads it, up to 20,000 lines. The rows' own words are in no message.
 *
 * @throws EngineerError ROWS_UNREADABLE, naming the line
 */
export async function readFromFile(
  file: string,
  tables: readonly FillableTable[],
): Promise<FileRows> {
  const find = tableFinder(tables);
  const rows: JsonRows = new Map();
  let number = 0;
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) {
      number += 1;
      if (number > mostLines) return { rows, cutAt: number };
      if (line.trim() === '') continue;
      const refused = addLine(rows, line, find);
      if (refused !== undefined) throw unreadable(file, `Line ${number} ${refused.wrong}.`);
    }
  } catch (cause) {
    if (cause instanceof EngineerError) throw cause;
    throw unreadable(file, 'The file is missing or can not be opened.', cause);
  }
  return { rows, cutAt: null };
}
