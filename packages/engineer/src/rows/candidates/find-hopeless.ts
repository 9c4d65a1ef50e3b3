/**
 * In charge of candidates that a check over several columns refuses whatever the others hold, as far
 * as was tried: `least(a, b, c) >= 0` refuses -1 in each of its columns. A search that begins with
 * them goes through all combinations of the other columns before it gives one of them up: six such
 * columns took more than three seconds a row.
 */
import pg from 'pg';
import type { CheckFacts, TableFacts } from '../table-facts.ts';
import type { Candidate } from './candidate.ts';
import type { Candidates } from './column-candidates.ts';

/** How many combinations of the other columns a candidate is tried with, beside all of them null. */
const combinations = 8;
/** What a default computes may count something up. */
const isFixed = ({ flavor }: Candidate): boolean => flavor !== 'default';

interface Question {
  statement: string;
  candidates: readonly Candidate[];
}

function values(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `(${row.join(', ')})`).join(', ');
}

function ask(
  table: TableFacts,
  check: CheckFacts,
  name: string,
  known: ReadonlyMap<string, readonly Candidate[]>,
): Question | undefined {
  const candidates = known.get(name)?.filter(isFixed) ?? [];
  const others = table.columns.filter(
    (column) => column.name !== name && check.columns.includes(column.name),
  );
  if (candidates.length < 2 || others.length === 0) return undefined;
  const pools = others.map((column) => {
    const pool = known.get(column.name)?.filter(isFixed) ?? [];
    return { none: `cast(null as ${column.type})`, pool: pool.map(({ expression }) => expression) };
  });
  const contexts = [pools.map(({ none }) => none)];
  for (let turn = 0; turn < combinations; turn += 1) {
    contexts.push(
      pools.map(({ none, pool }, at) => pool[(turn * (2 * at + 3) + at) % pool.length] ?? none),
    );
  }
  const tried = candidates.map(({ expression }, place) => [String(place), expression]);
  const names = others.map((column) => pg.escapeIdentifier(column.name)).join(', ');
  return {
    candidates,
    statement: `select array(
      select catb_tried.catb_place
      from (values ${values(tried)}) as catb_tried (catb_place, ${pg.escapeIdentifier(name)})
      where not exists (
        select from (values ${values(contexts)}) as catb_context (${names})
        where (${check.expression}) is not false))`,
  };
}

/**
 * Finds them, with one question to the server for all tables. A check that refuses every candidate of
 * a column tells nothing about any of them: the others decide.
 *
 * @param client that knows `catb_places`
 */
export async function findHopeless(
  client: pg.ClientBase,
  tables: readonly TableFacts[],
  all: Candidates,
): Promise<ReadonlySet<Candidate>> {
  const questions = tables.flatMap((table) => {
    const generated = new Set(
      table.columns.filter((column) => column.generated !== null).map(({ name }) => name),
    );
    const known = all.get(table.id) ?? new Map<string, readonly Candidate[]>();
    return table.checks
      .filter(({ columns }) => columns.length > 1 && !columns.some((name) => generated.has(name)))
      .flatMap((check) => check.columns.flatMap((name) => ask(table, check, name, known) ?? []));
  });
  const { rows } = await client.query<{ places: number[] }>(
    `select pg_temp.catb_places(q.statement) as places
     from pg_catalog.unnest($1::text[]) with ordinality as q (statement, place)
     order by q.place`,
    [questions.map(({ statement }) => statement)],
  );
  const hopeless = new Set<Candidate>();
  for (const [at, { candidates }] of questions.entries()) {
    const places = new Set(rows[at]?.places);
    const passes = candidates.some(({ flavor }, place) => flavor !== 'null' && !places.has(place));
    if (!passes) continue;
    for (const place of places) hopeless.add(candidates[place] as Candidate);
  }
  return hopeless;
}
