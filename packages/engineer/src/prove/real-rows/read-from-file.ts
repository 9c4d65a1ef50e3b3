/** In charge of rows from a file: one `{"table", "row"}` as JSON on each line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { EngineerError } from '../../errors.ts';
import type { FillableTable, JsonRows } from './fillable.ts';

const lineShape = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });

/** More would tell nothing new. */
const mostRows = 20_000;

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
function tableFinder(tables: readonly FillableTable[]): (name: string) => string | undefined {
  const bare = (name: string): string => name.replaceAll('"', '');
  return (name) =>
    tables.find((table) =>
      [bare(table.name), bare(table.name).replace(/^public\./, '')].includes(bare(name)),
    )?.name;
}

/**
 * Reads it. The rows' own words are in no message.
 *
 * @throws EngineerError ROWS_UNREADABLE, naming the line
 */
export async function readFromFile(
  file: string,
  tables: readonly FillableTable[],
): Promise<JsonRows> {
  const find = tableFinder(tables);
  const rows: JsonRows = new Map();
  let number = 0;
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      if (number > mostRows) break;
      const parsed = lineShape.safeParse(JSON.parse(line));
      if (!parsed.success) throw unreadable(file, `Line ${number} has no "table" and "row".`);
      const table = find(parsed.data.table);
      if (table === undefined) {
        throw unreadable(
          file,
          `Line ${number} names a table that is not there: ${parsed.data.table}.`,
        );
      }
      rows.set(table, [...(rows.get(table) ?? []), parsed.data.row]);
    }
  } catch (cause) {
    if (cause instanceof EngineerError) throw cause;
    const isSyntax = cause instanceof SyntaxError;
    throw unreadable(
      file,
      isSyntax ? `Line ${number} is no JSON.` : 'The file is missing or can not be opened.',
      isSyntax ? undefined : cause,
    );
  }
  return rows;
}
