/** In charge of finding values that fulfil everything at once: PostgreSQL itself searches for them. */
import pg from 'pg';
import type { Condition, RowPlan, Source } from './row-plan.ts';
import type { ColumnFacts, TableFacts } from './table-facts.ts';

/** Values by column, as PostgreSQL prints them. */
export type Solution = Map<string, string | null>;

interface Step {
  from: string;
  binds: readonly string[];
}

/** The columns that a generated column may read: all whose names stand in its expression. */
function inputsOf(table: TableFacts, column: ColumnFacts): string[] {
  const expression = column.generated ?? '';
  return table.columns
    .filter(({ name, generated }) => generated === null && expression.includes(name))
    .map(({ name }) => name);
}

/** All columns that conditions read, with those behind generated ones. */
function columnsRead(table: TableFacts, conditions: readonly Condition[]): Set<string> {
  const read = new Set(conditions.flatMap(({ columns }) => columns));
  for (const column of table.columns) {
    if (column.generated === null || !read.has(column.name)) continue;
    for (const input of inputsOf(table, column)) read.add(input);
  }
  return read;
}

function sourceStep(source: Source, index: number): Step {
  const names = source.columns.map(pg.escapeIdentifier).join(', ');
  const rows = source.rows.map((row) => `(${row.join(', ')})`).join(', ');
  return { from: `(values ${rows}) as catb_source_${index} (${names})`, binds: source.columns };
}

/** Next comes what completes the most conditions, then what leaves the fewest rows. */
function chooseNext(
  left: readonly Source[],
  bound: ReadonlySet<string>,
  conditions: readonly Condition[],
): Source {
  const weigh = (source: Source): number => {
    const after = new Set([...bound, ...source.columns]);
    const completed = conditions.filter(
      ({ columns }) =>
        columns.every((name) => after.has(name)) && !columns.every((name) => bound.has(name)),
    ).length;
    const touched = conditions
      .filter(({ columns }) => columns.some((name) => bound.has(name)))
      .flatMap(({ columns }) => columns);
    const related = source.columns.some((name) => touched.includes(name)) ? 1 : 0;
    return (completed * 1000) / source.rows.length + related * 10 - source.rows.length / 100;
  };
  return left.reduce((best, source) => (weigh(source) > weigh(best) ? source : best));
}

/**
 * Writes the search as nested joins in an order in which each condition can be tested as early as
 * possible: PostgreSQL then gives up on a branch as soon as a person would.
 */
export function writeSearch(
  table: TableFacts,
  plan: RowPlan,
  conditions: readonly Condition[],
  limit: number,
): { text: string; columns: string[] } | undefined {
  const read = columnsRead(table, conditions);
  const copied = new Set(
    plan.copies
      .filter(({ columns }) => columns.some((name) => read.has(name)))
      .flatMap(({ from }) => from),
  );
  let left = plan.sources.filter(({ columns }) =>
    columns.some((name) => read.has(name) || copied.has(name)),
  );
  if (left.length === 0) return undefined;
  const bound = new Set<string>();
  const computedDone = new Set<string>();
  const lines: string[] = [];
  const derived: { columns: string[]; needs: string[]; select: string }[] = [
    ...plan.copies.map(({ columns, from }) => ({
      columns,
      needs: from,
      select: columns
        .map(
          (name, index) =>
            `${pg.escapeIdentifier(from[index] ?? '')} as ${pg.escapeIdentifier(name)}`,
        )
        .join(', '),
    })),
    ...table.columns
      .filter((column) => column.generated !== null && read.has(column.name))
      .map((column) => ({
        columns: [column.name],
        needs: inputsOf(table, column),
        select: `cast((${column.generated}) as ${column.type}) as ${pg.escapeIdentifier(column.name)}`,
      })),
  ];
  const join = (from: string): void => {
    lines.push(lines.length === 0 ? from : `cross join ${from}`);
  };
  const settle = (): void => {
    for (const each of [...derived]) {
      if (!each.needs.every((name) => bound.has(name))) continue;
      derived.splice(derived.indexOf(each), 1);
      join(`lateral (select ${each.select}) as catb_derived_${lines.length}`);
      for (const name of each.columns) bound.add(name);
    }
    for (const { computed, columns } of conditions) {
      if (computed === undefined || computedDone.has(computed.alias)) continue;
      if (!columns.every((name) => bound.has(name))) continue;
      computedDone.add(computed.alias);
      join(`lateral (select ${computed.select}) as ${computed.alias}`);
    }
  };
  let index = 0;
  while (left.length > 0) {
    const next = chooseNext(left, bound, conditions);
    left = left.filter((source) => source !== next);
    const step = sourceStep(next, index++);
    join(step.from);
    for (const name of step.binds) bound.add(name);
    settle();
  }
  const types = new Map(table.columns.map((column) => [column.name, column]));
  const columns = [...bound].filter((name) => types.get(name)?.generated === null);
  const tests = conditions.map(({ test }) => `(${test})`).join('\nand ') || 'true';
  const list = columns.map((name) => `${pg.escapeIdentifier(name)}::text`);
  return {
    text: `select ${list.join(', ')} from ${lines.join('\n')} where ${tests} limit ${limit}`,
    columns,
  };
}

/** Searches; an empty list when nothing fulfils the conditions. */
export async function solveRow(
  client: pg.ClientBase,
  table: TableFacts,
  plan: RowPlan,
  conditions: readonly Condition[],
  limit: number,
): Promise<Solution[]> {
  const search = writeSearch(table, plan, conditions, limit);
  if (search === undefined) return [new Map()];
  const { rows } = await client.query<(string | null)[]>({ text: search.text, rowMode: 'array' });
  return rows.map(
    (row) => new Map(search.columns.map((name, index) => [name, row[index] ?? null])),
  );
}
